using System.Globalization;
using StaffPool.Data.Governance;
using StaffPool.Documents.Scenarios.Sections;
using StaffPool.Documents.Scenarios.Yaml;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>A sitting as a file tells it.</summary>
internal static class FileFromAssemblies
{
    public static MapNode Of(AssemblyRow row, Dictionary<Guid, string> members, string? origin)
    {
        var attendances = row.Attendances.OrderBy(a => a.Id).ToList();
        var present = attendances.Where(a => a.RepresentedById is null).Select(a => members[a.MemberId]).ToList();
        var entry = new WrittenEntry(row.Extras)
            .Put("id", row.Code)
            .Put("title", row.Title)
            .Put("convened-on", Numbers.Of(row.ConvenedOn))
            .PutUnlessUsual("convened-at", Hour(row.ConvenedAt), Hour(row.ConvenedAt) == AssembliesFromFile.UsualHour)
            .Put("day", Numbers.Of(row.Day))
            .PutUnlessUsual("opens-at", Hour(row.OpensAt), Hour(row.OpensAt) == AssembliesFromFile.UsualHour)
            .Put("place", row.Place)
            .Put("urgent", row.IsUrgent)
            .Put("first-sitting", row.FirstSitting is { } first ? Numbers.Of(first) : null)
            .Put("agenda", new ListNode(default, [.. row.Agenda.OrderBy(i => i.Position).Select(ItemOf)]));
        if (present.Count > 0 || !entry.Has("present"))
        {
            entry.Put("present", WrittenEntry.List(present));
        }

        FileFromRows.PutEntries(entry, "proxies", attendances.Where(a => a.RepresentedById is not null), a => new WrittenEntry(null)
            .Put("from", members[a.MemberId]).Put("to", members[a.RepresentedById!.Value]).In(AssembliesSection.ProxyKeys));
        if (row.Motions.Count > 0)
        {
            entry.Put("motions", new ListNode(default, [.. row.Motions.OrderBy(m => m.Position).Select(m => MotionOf(m, members))]));
        }

        return entry.In(AssembliesSection.Keys, origin);
    }

    private static MapNode ItemOf(AgendaItemRow row) => new WrittenEntry(null)
        .Put("id", row.Code)
        .Put("matter", row.Matter)
        .Put("title", row.Title)
        .Put("college", row.College)
        .In(AssembliesSection.AgendaKeys);

    private static MapNode MotionOf(MotionRow row, Dictionary<Guid, string> members)
    {
        var entry = new WrittenEntry(row.Extras).Put("id", row.Code).Put("item", row.Item).Put("wording", row.Wording);
        foreach (var (key, choice) in AssembliesFromFile.Votes)
        {
            entry.Put(key, row.Ballots.Where(b => b.Choice == choice).OrderBy(b => b.Id).Select(b => members[b.MemberId]));
        }

        return entry.In(MotionsReader.Keys);
    }

    private static string Hour(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);
}
