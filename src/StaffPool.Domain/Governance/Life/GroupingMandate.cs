using StaffPool.Domain.Calculations;
using StaffPool.Domain.Members;

namespace StaffPool.Domain.Governance.Life;

/// <summary>Who runs the grouping, and until when.</summary>
/// <param name="Kind">Elected administrator or appointed director.</param>
/// <param name="Holder">Name of the person.</param>
/// <param name="From">First day.</param>
/// <param name="Member">The member whose representative is elected; null for a director.</param>
/// <param name="SetEnd">
/// Last day where it was set apart: by the ARS for a director, by a shorter election or a revocation for an
/// administrator.
/// </param>
public sealed record GroupingMandate(MandateKind Kind, string Holder, DateOnly From, Member? Member = null, DateOnly? SetEnd = null)
{
    /// <summary>Last day of the mandate; null for a director whose term the ARS has not set.</summary>
    public Traced<DateOnly?> LastDay(FoundingAgreement agreement)
    {
        if (Kind == MandateKind.AppointedDirector)
        {
            return new(SetEnd, [LifeTexts.Of(SetEnd is null ? "life.director-without-end" : "life.director-until", Holder, SetEnd)]);
        }

        var full = FullTerm(agreement);
        var last = SetEnd < full ? SetEnd.Value : full;
        var years = agreement.ValueOf(LifeSettings.MandateYears, From);
        return new(
            last,
            last == full
                ? [LifeTexts.Of("life.mandate-term", Holder, From, years, full)]
                : [LifeTexts.Of("life.mandate-term", Holder, From, years, full), LifeTexts.Of("life.mandate-shortened", last)]);
    }

    internal DateOnly FullTerm(FoundingAgreement agreement) =>
        From.AddYears(agreement.ValueOf(LifeSettings.MandateYears, From)).AddDays(-1);
}

public enum MandateKind
{
    /// <summary>Elected by the assembly among the members.</summary>
    ElectedAdministrator,

    /// <summary>Appointed by the head of the ARS, in a GTSMS.</summary>
    AppointedDirector,
}
