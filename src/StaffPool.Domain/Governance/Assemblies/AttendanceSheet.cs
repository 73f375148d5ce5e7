using StaffPool.Domain.Governance.Assemblies.Rules;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>
/// Who is there and with what. Only proxies without any violation count, so that the sheet does not depend on the
/// order in which they were handed in: of two proxies given to one member where one is allowed, neither counts.
/// </summary>
/// <param name="Lines">One line per member of the table of votes, in ordinal order of identifiers.</param>
public sealed record AttendanceSheet(IReadOnlyList<AttendanceLine> Lines)
{
    /// <summary>Rights of the members present or represented: the quorum is counted on them.</summary>
    public long Rights => Lines.Where(l => l.IsThere).Sum(l => l.Rights);

    /// <summary>Votes of the members present or represented.</summary>
    public long Votes => Lines.Where(l => l.IsThere).Sum(l => l.Votes);

    public long TotalRights => Lines.Sum(l => l.Rights);

    public bool IsThere(string memberId) => Lines.Any(l => l.MemberId == memberId && l.IsThere);

    public static AttendanceSheet Of(GeneralAssembly assembly)
    {
        var present = assembly.Present.ToHashSet();
        var represented = assembly.Proxies
            .Where(p => !ProxiesAreValid.Assess(assembly, p).Any())
            .ToDictionary(p => p.From, p => p.To);
        return new AttendanceSheet(
        [
            .. from rows in assembly.Votes.Rows.GroupBy(r => r.MemberId).OrderBy(g => g.Key, StringComparer.Ordinal)
               let representative = represented.GetValueOrDefault(rows.Key)
               select new AttendanceLine(
                   rows.Key,
                   present.Contains(rows.Key) ? Attendance.Present
                       : representative is null ? Attendance.Absent
                       : Attendance.Represented,
                   representative,
                   rows.Sum(r => r.Rights),
                   rows.Sum(r => r.Votes)),
        ]);
    }
}

/// <param name="MemberId">The member.</param>
/// <param name="Attendance">Present, represented or absent.</param>
/// <param name="Representative">The member that represents it, if represented.</param>
/// <param name="Rights">Its rights, over all colleges.</param>
/// <param name="Votes">Its votes, over all colleges.</param>
public sealed record AttendanceLine(string MemberId, Attendance Attendance, string? Representative, long Rights, long Votes)
{
    public bool IsThere => Attendance != Attendance.Absent;
}

public enum Attendance
{
    Present,
    Represented,
    Absent,
}
