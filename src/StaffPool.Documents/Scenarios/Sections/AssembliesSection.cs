using System.Globalization;
using StaffPool.Application.Governance;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Assemblies;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Sittings of the members: how they were called, who was there, what was voted.</summary>
internal static class AssembliesSection
{
    public static readonly string[] Keys =
    [
        "id", "day", "convened-on", "convened-at", "opens-at", "place", "title", "in-writing", "urgent", "requested-by",
        "first-sitting", "revised-on", "agenda", "present", "proxies", "chair", "suspension-rights", "motions",
        Provenance.Source, Provenance.Synthetic,
    ];

    public static readonly string[] AgendaKeys = ["id", "matter", "title", "college"];
    public static readonly string[] ProxyKeys = ["from", "to"];
    public static readonly string[] SuspensionKeys = ["by", "of"];

    private static readonly TimeOnly UsualHour = new(9, 0);

    public static List<DeclaredAssembly> Read(Node? section, ScenarioContext context)
    {
        var assemblies = new Registry<DeclaredAssembly>("assemblies", context.Problems);
        foreach (var fields in context.Entries(section, "assemblies", Keys))
        {
            var id = Identifier.Read(fields);
            assemblies.Declare(id, fields.PositionOf("id"), ReadOne(fields, id, context));
        }

        return [.. assemblies.Values];
    }

    private static DeclaredAssembly? ReadOne(Fields fields, string? id, ScenarioContext context)
    {
        var agenda = Agenda(fields.Required("agenda"), context);
        var notice = Notice(fields, agenda.Values, context);
        var present = fields.Has("present") ? ParticipantsReader.Read(fields, "present", context) : new Participants(true, []);
        var chair = fields.Reference("chair", context.Members);
        var motions = MotionsReader.Read(fields.Node("motions"), agenda, context);
        var proxies = Pairs(fields.Node("proxies"), context);
        var suspensions = Suspensions(fields.Node("suspension-rights"), context);
        var revisedOn = fields.Date("revised-on");
        var title = fields.Text("title");
        Provenance.Check(fields, context);
        return id is null || notice is null
            ? null
            : new DeclaredAssembly
            {
                Id = id,
                Title = title,
                Notice = notice,
                RevisedOn = revisedOn,
                Present = present,
                Proxies = proxies,
                Chair = chair?.Id,
                SuspensionRights = suspensions,
                Motions = motions,
            };
    }

    private static AssemblyNotice? Notice(Fields fields, IReadOnlyList<AgendaItem> agenda, ScenarioContext context)
    {
        var sent = Moment(fields, "convened-on", "convened-at");
        var opens = Moment(fields, "day", "opens-at");
        var place = fields.RequiredText("place");
        var isInWriting = fields.Flag("in-writing") ?? true;
        var isUrgent = fields.Flag("urgent") ?? false;
        var requestedBy = fields.References("requested-by", context.Members);
        var firstSitting = fields.Date("first-sitting");
        return sent is null || opens is null || place is null
            ? null
            : new AssemblyNotice
            {
                SentAt = sent.Value,
                OpensAt = opens.Value,
                Place = place,
                Agenda = agenda,
                IsInWriting = isInWriting,
                IsUrgent = isUrgent,
                RequestedBy = [.. requestedBy.Select(m => m.Id)],
                FirstSitting = firstSitting,
            };
    }

    // Both on the clock of the seat: the difference alone counts.
    private static DateTimeOffset? Moment(Fields fields, string dayKey, string hourKey)
    {
        var day = fields.RequiredDate(dayKey);
        var hour = UsualHour;
        if (fields.Text(hourKey) is { } written
            && !TimeOnly.TryParseExact(written, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out hour))
        {
            fields.Problems.Add(fields.PositionOf(hourKey), "hour.shape", written);
        }

        return day is { } known ? new DateTimeOffset(known.ToDateTime(hour), TimeSpan.Zero) : null;
    }

    private static Registry<AgendaItem> Agenda(Node? section, ScenarioContext context)
    {
        var items = new Registry<AgendaItem>("agenda", context.Problems);
        foreach (var fields in context.Entries(section, "agenda", AgendaKeys))
        {
            var id = Identifier.Read(fields);
            var matter = fields.RequiredChoice<AssemblyMatter>("matter");
            var title = fields.RequiredText("title");
            var college = fields.Text("college");
            items.Declare(
                id, fields.PositionOf("id"), id is null || matter is null || title is null ? null : new AgendaItem(id, matter.Value, title, college));
        }

        return items;
    }

    private static List<Proxy> Pairs(Node? section, ScenarioContext context)
    {
        var proxies = new List<Proxy>();
        foreach (var fields in context.Entries(section, "proxies", ProxyKeys))
        {
            var from = fields.RequiredReference("from", context.Members);
            var to = fields.RequiredReference("to", context.Members);
            if (from is not null && to is not null)
            {
                proxies.Add(new Proxy(from.Id, to.Id));
            }
        }

        return proxies;
    }

    private static List<CollegeSuspension> Suspensions(Node? section, ScenarioContext context)
    {
        var rights = new List<CollegeSuspension>();
        foreach (var fields in context.Entries(section, "suspension-rights", SuspensionKeys))
        {
            var by = fields.RequiredText("by");
            var of = fields.RequiredText("of");
            if (by is not null && of is not null)
            {
                rights.Add(new CollegeSuspension(by, of));
            }
        }

        return rights;
    }
}
