using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Rosters.OnCall;

/// <summary>Why a nurse was called, in kinds only: nothing here tells of whom.</summary>
public enum CallMotive
{
    Fall,
    Pain,
    Breathing,
    EndOfLife,
    Treatment,
    Device,
    Behaviour,
    Death,
    Other,
}

/// <summary>How the call ended, as the nurse declares it.</summary>
public enum CallOutcome
{
    Settled,
    DoctorCalled,

    /// <summary>Without the nurse the resident would have gone to hospital, as she judges.</summary>
    HospitalisationAvoided,
    Hospitalised,
}

/// <summary>One call of a night. No resident is named or described.</summary>
/// <param name="At">When it came, in UTC.</param>
/// <param name="Site">From which establishment.</param>
/// <param name="Nurse">Who took it.</param>
/// <param name="Motive">Kind of motive.</param>
/// <param name="Outcome">As declared.</param>
/// <param name="PhoneMinutes">Spent on the telephone.</param>
/// <param name="Intervention">The way there, the care, the way back; null where the telephone was enough.</param>
public sealed record OnCallCall(
    DateTime At, string Site, string Nurse, CallMotive Motive, CallOutcome Outcome, int PhoneMinutes, OnCallIntervention? Intervention = null)
{
    /// <summary>When the nurse is free again, in UTC: at home, for the way back is work.</summary>
    public DateTime End => At.AddMinutes(PhoneMinutes + (Intervention is { } i ? i.MinutesThere + i.MinutesOnSite + i.MinutesBack : 0));

    /// <summary>The call as working time.</summary>
    public WorkedInterval Work => new(At, End, WorkKind.CallOut);
}

/// <param name="MinutesThere">Way there.</param>
/// <param name="MinutesOnSite">Care.</param>
/// <param name="MinutesBack">Way back.</param>
public sealed record OnCallIntervention(int MinutesThere, int MinutesOnSite, int MinutesBack);
