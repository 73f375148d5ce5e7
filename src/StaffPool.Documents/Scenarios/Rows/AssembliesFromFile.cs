using System.Globalization;
using StaffPool.Data.Governance;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Assemblies;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>Sittings as rows. What a table cannot hold (everybody, votes cast by college) stays as it is written.</summary>
internal static class AssembliesFromFile
{
    public const string UsualHour = "09:00";

    public static readonly IReadOnlyList<(string Key, VoteChoice Choice)> Votes =
        [("for", VoteChoice.For), ("against", VoteChoice.Against), ("abstain", VoteChoice.Abstention)];

    public static List<AssemblyRow> Read(IEnumerable<ReadEntry> entries, Dictionary<string, Guid> members) =>
        RowsFromFile.Ordered(entries, (entry, id) => AssemblyOf(entry, id, members));

    private static AssemblyRow AssemblyOf(ReadEntry entry, Guid id, Dictionary<string, Guid> members)
    {
        var agenda = RowsFromFile.Ordered(entry.TakeEntries("agenda"), ItemOf);
        var motions = RowsFromFile.Ordered(entry.TakeEntries("motions"), (motion, motionId) => MotionOf(motion, motionId, members));
        var attendances = AttendancesOf(entry, members);
        var assembly = new AssemblyRow
        {
            Id = id,
            Code = entry.Required("id"),
            Title = entry.Text("title"),
            ConvenedOn = entry.Day("convened-on")!.Value,
            ConvenedAt = Hour(entry.Text("convened-at")),
            Day = entry.Day("day")!.Value,
            OpensAt = Hour(entry.Text("opens-at")),
            Place = entry.Required("place"),
            IsUrgent = entry.Flag("urgent"),
            FirstSitting = entry.Day("first-sitting"),
            Status = motions.Count > 0 ? AssemblyStatus.Closed : AssemblyStatus.Convened,
            Extras = entry.Left(),
        };
        assembly.Agenda.AddRange(agenda);
        assembly.Motions.AddRange(motions);
        assembly.Attendances.AddRange(attendances);
        foreach (var (place, item) in agenda.Index())
        {
            item.Position = place + 1;
        }

        foreach (var (place, motion) in motions.Index())
        {
            motion.Position = place + 1;
        }

        return assembly;
    }

    private static AgendaItemRow ItemOf(ReadEntry entry, Guid id) => new()
    {
        Id = id,
        Code = entry.Required("id"),
        Matter = entry.Choice<AssemblyMatter>("matter")!.Value,
        Title = entry.Required("title"),
        College = entry.Text("college"),
    };

    private static MotionRow MotionOf(ReadEntry entry, Guid id, Dictionary<string, Guid> members)
    {
        var motion = new MotionRow { Id = id, Code = entry.Required("id"), Item = entry.Required("item"), Wording = entry.Required("wording") };
        var votes = Votes.Where(v => entry.See(v.Key) is ListNode).SelectMany(v => entry.Texts(v.Key).Select(m => (Member: m, v.Choice)));
        motion.Ballots.AddRange(RowsFromFile.Ordered(
            votes, (vote, ballot) => new BallotRow { Id = ballot, MemberId = members[vote.Member], Choice = vote.Choice }));
        motion.Extras = entry.Left();
        return motion;
    }

    // A member that is there and represented, or represented twice, is told by the file alone.
    private static List<AttendanceRow> AttendancesOf(ReadEntry entry, Dictionary<string, Guid> members)
    {
        var proxies = ReadEntry.ListOf(entry.See("proxies"))
            .Select(p => new ReadEntry(p)).Select(p => (Member: p.Required("from"), By: (string?)p.Required("to"))).ToList();
        var there = ReadEntry.TextsOf(entry.See("present")).Select(m => (Member: m, By: (string?)null)).ToList();
        var known = there.Concat(proxies).ToList();
        if (known.DistinctBy(k => k.Member).Count() < known.Count)
        {
            known = there;
        }
        else
        {
            entry.Take("proxies");
        }

        // Nobody named means all in a file, and nobody in a table.
        if (entry.Take("present") is not ListNode)
        {
            entry.Keep("present", "all");
        }

        return RowsFromFile.Ordered(known, (k, id) => new AttendanceRow
        {
            Id = id, MemberId = members[k.Member], RepresentedById = k.By is { } by ? members[by] : null,
        });
    }

    private static TimeOnly Hour(string? written) => TimeOnly.ParseExact(written ?? UsualHour, "HH:mm", CultureInfo.InvariantCulture);
}
