using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>A mission order, and what was reported of it; instants are UTC, money is in cents.</summary>
public sealed record MissionView(
    Guid Id,
    int Version,
    string Number,
    Guid ProfessionalId,
    string ProfessionalName,
    string ProfessionName,
    string EmployerName,
    string BorrowerName,
    string SiteName,
    DateTime IssuedAt,
    string LegalGround,
    IReadOnlyList<AskedDuty> Duties,
    decimal PlannedHours,
    decimal PlannedKilometres,
    long HourlyCents,
    DateTime? ReportedAt,
    string? ReportedBy,
    decimal? WorkedHours,
    decimal? Kilometres,
    MissionOutcome? Outcome,
    long? WorkCents,
    long? SurchargeCents,
    long? TravelCents)
{
    public bool IsReported => ReportedAt is not null;

    public long? TotalCents => WorkCents + SurchargeCents + TravelCents;

    /// <summary>Start and end of a half-day, in Paris.</summary>
    public static (TimeOnly Start, TimeOnly End) HoursOf(AskedDuty duty)
    {
        var (start, minutes) = DutyHours.Usual.Of((DutyPart)duty.Part);
        return (start, start.AddMinutes(minutes));
    }

    /// <summary>Those that a caller may see: the coordinator all of them, a member those that it lends or borrows, a professional their own.</summary>
    internal static IQueryable<MissionOrderRow> SeenBy(WorkScope scope)
    {
        var seesAll = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);
        var own = scope.Caller.MembersAs(Role.MemberRepresentative, Role.Payroll);
        var self = scope.Caller.Professionals;
        return scope.Db.MissionOrders.Where(m =>
            seesAll || own.Contains(m.BorrowerId) || own.Contains(m.EmployerId) || self.Contains(m.ProfessionalId));
    }

    internal static async Task<IReadOnlyList<MissionView>> ReadAsync(IQueryable<MissionOrderRow> missions, CancellationToken stop) =>
    [
        .. (await missions
            .Include(m => m.Offer).ThenInclude(o => o!.Duties)
            .Include(m => m.Professional).ThenInclude(p => p!.Profession)
            .Include(m => m.Employer).Include(m => m.Borrower).Include(m => m.Site)
            .OrderByDescending(m => m.FirstDay).ThenByDescending(m => m.Number)
            .ToListAsync(stop))
            .Select(m => new MissionView(
                m.Id, m.Version, m.Number, m.ProfessionalId, m.Professional!.Name, m.Professional.Profession!.Name, m.Employer!.Name, m.Borrower!.Name,
                m.Site!.Name, m.IssuedAt, m.LegalGround,
                [.. m.Offer!.Duties.OrderBy(d => d.Day).ThenBy(d => d.Part).Select(d => new AskedDuty(d.Day, d.Part))],
                m.PlannedHours, m.PlannedKilometres, m.HourlyCents, m.ReportedAt, m.ReportedBy, m.WorkedHours, m.Kilometres, m.Outcome,
                m.WorkCents, m.SurchargeCents, m.TravelCents)),
    ];
}
