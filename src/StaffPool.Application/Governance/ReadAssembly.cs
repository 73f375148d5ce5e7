using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;
using StaffPool.Domain.Governance.Assemblies;

namespace StaffPool.Application.Governance;

/// <summary>One assembly: notice, attendance, quorum, each motion with every condition, the figure reached and the figure needed.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Auditor)]
public sealed class ReadAssembly(Work work, IScenarioFormat format) : IUseCase<Guid, AssemblyView>
{
    public Task<AssemblyView> RunAsync(Guid groupingId, Guid request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, async scope =>
        {
            var id = request;
            var day = WorkScope.Found(await scope.Db.Assemblies.SingleOrDefaultAsync(a => a.Id == id, stop), "not-found.assembly").ConvenedOn;
            var rows = await StoredSitting.RowsOnAsync(scope, day, stop);
            var row = rows.Assemblies.Single(a => a.Id == id);
            var scenario = format.Read(rows);
            return new AssemblyView(
                RecordOf(row),
                [.. rows.Members.Select(m => new MemberName(m.Id, m.Code, m.Name))],
                RightsOverTime.Of(scenario) is { } rights ? AssemblyReport.Of(scenario, rights, StoredSitting.DeclaredIn(scenario, row)) : null);
        }, stop);

    private static AssemblyRecord RecordOf(AssemblyRow row) => new(
        row.Id, row.Version, row.Title, row.ConvenedOn, row.ConvenedAt, row.Day, row.OpensAt, row.Place, row.IsUrgent, row.FirstSitting, row.Status,
        [.. row.Agenda.OrderBy(i => i.Position).Select(i => new AgendaLine(i.Code, i.Position, i.Matter, i.Title, i.College))],
        [.. row.Motions.OrderBy(m => m.Position).Select(m => new MotionLine(
            m.Id, m.Position, m.Item, m.Wording, [.. m.Ballots.Select(b => new BallotLine(b.MemberId, b.Choice))]))],
        [.. row.Attendances.Select(a => new AttendanceLine(a.MemberId, a.RepresentedById))]);
}

/// <param name="Row">As it was recorded, with agenda, motions, ballots and attendance.</param>
/// <param name="Members">All members of the grouping, by whom rows and ballots name them.</param>
/// <param name="Report">Its results with their steps; null where the agreement does not say who votes.</param>
public sealed record AssemblyView(AssemblyRecord Row, IReadOnlyList<MemberName> Members, ReportSection? Report)
{
    public int Version => Row.Version;
}

/// <summary>A sitting as it was recorded. Hours are those of the clock of the seat.</summary>
/// <param name="Id">The assembly.</param>
/// <param name="Version">To be sent back with a change.</param>
/// <param name="Title">Null for the usual one.</param>
/// <param name="ConvenedOn">Day of the notice.</param>
/// <param name="ConvenedAt">Hour of the notice.</param>
/// <param name="Day">Of the sitting.</param>
/// <param name="OpensAt">Hour of the sitting.</param>
/// <param name="Place">Where.</param>
/// <param name="IsUrgent">Whether it was convened in haste.</param>
/// <param name="FirstSitting">Day of the one that lacked its quorum, where this is the second.</param>
/// <param name="Status">Convened or closed.</param>
/// <param name="Agenda">In order.</param>
/// <param name="Motions">In order.</param>
/// <param name="Attendances">Members present or represented.</param>
public sealed record AssemblyRecord(
    Guid Id,
    int Version,
    string? Title,
    DateOnly ConvenedOn,
    TimeOnly ConvenedAt,
    DateOnly Day,
    TimeOnly OpensAt,
    string Place,
    bool IsUrgent,
    DateOnly? FirstSitting,
    AssemblyStatus Status,
    IReadOnlyList<AgendaLine> Agenda,
    IReadOnlyList<MotionLine> Motions,
    IReadOnlyList<AttendanceLine> Attendances);

/// <summary>One item of the agenda; its college is the one that decides it, or null.</summary>
public sealed record AgendaLine(string Code, int Position, AssemblyMatter Matter, string Title, string? College);

/// <summary>One motion, with the votes cast on it; its item is the code of that of the agenda.</summary>
public sealed record MotionLine(Guid Id, int Position, string Item, string Wording, IReadOnlyList<BallotLine> Ballots);

/// <summary>All the votes of one member.</summary>
public sealed record BallotLine(Guid MemberId, VoteChoice Choice);

/// <summary>A member that is there: itself, or by the one that represents it.</summary>
public sealed record AttendanceLine(Guid MemberId, Guid? RepresentedById);

public sealed record MemberName(Guid Id, string Code, string Name);
