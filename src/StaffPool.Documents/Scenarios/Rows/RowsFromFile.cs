using StaffPool.Application.Scenarios;
using StaffPool.Data;
using StaffPool.Data.Members;
using StaffPool.Data.Workforce;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>The rows that a file describes, once it was read strictly.</summary>
internal sealed class RowsFromFile
{
    private readonly Scenario scenario;
    private readonly Dictionary<string, Site> known;
    private readonly Dictionary<string, Guid> members;
    private readonly Dictionary<string, Guid> sites;
    private readonly Dictionary<string, Guid> professions;
    private readonly Dictionary<string, Guid> professionals;

    private RowsFromFile(ReadEntry file, Scenario scenario)
    {
        this.scenario = scenario;
        known = scenario.Grouping.Sites.ToDictionary(s => s.Id, StringComparer.Ordinal);
        Grouping = ReadGrouping(file);
        Members = Ordered(file.TakeEntries("members"), MemberOf);
        members = ByCode(Members, m => m.Code);
        Sites = Ordered(file.TakeEntries("sites"), SiteOf);
        sites = ByCode(Sites, s => s.Code);
        Professions = Ordered(file.TakeEntries("professions"), ProfessionOf);
        professions = ByCode(Professions, p => p.Code);
        WorkingTimes = Ordered(file.TakeEntries("working-time"), WorkingTimeOf);
        Professionals = Ordered(file.TakeEntries("professionals"), ProfessionalOf);
        professionals = ByCode(Professionals, p => p.Code);
    }

    private GroupingRow Grouping { get; }

    private List<MemberRow> Members { get; }

    private List<SiteRow> Sites { get; }

    private List<ProfessionRow> Professions { get; }

    private List<WorkingTimeRow> WorkingTimes { get; }

    private List<ProfessionalRow> Professionals { get; }

    /// <param name="root">The file.</param>
    /// <param name="scenario">What it was read as.</param>
    public static GroupingRows Read(MapNode root, Scenario scenario)
    {
        var file = new ReadEntry(root);
        var rows = new RowsFromFile(file, scenario);
        var needs = new NeedsFromFile(file, scenario, rows.sites, rows.professions, rows.professionals);
        var assemblies = AssembliesFromFile.Read(file.TakeEntries("assemblies"), rows.members);
        return new GroupingRows
        {
            Grouping = rows.Grouping,
            Members = rows.Members,
            Sites = rows.Sites,
            Professions = rows.Professions,
            WorkingTimes = rows.WorkingTimes,
            Professionals = rows.Professionals,
            Campaign = needs.Campaign,
            PlanInForce = needs.Plan,
            Assemblies = assemblies,
            // Last: what no table took.
            Agreement = AgreementFromFile.Read(file, rows.Grouping),
        };
    }

    /// <summary>Rows whose identifiers are in the order of the file: it is kept wherever rows are put in that order.</summary>
    public static List<T> Ordered<TSource, T>(IEnumerable<TSource> sources, Func<TSource, Guid, T> make)
    {
        var listed = sources.ToList();
        var ids = listed.Select(_ => Guid.CreateVersion7()).Order();
        return [.. listed.Zip(ids, make)];
    }

    private static Dictionary<string, Guid> ByCode<T>(IEnumerable<T> rows, Func<T, string> code)
        where T : GroupingOwned =>
        rows.ToDictionary(code, r => r.Id, StringComparer.Ordinal);

    private GroupingRow ReadGrouping(ReadEntry file)
    {
        file.Take("format");
        var grouping = new ReadEntry((MapNode)file.Take("grouping")!);
        return new GroupingRow
        {
            Code = scenario.Name,
            Title = file.Required("title"),
            IsSynthetic = file.Flag(Provenance.Synthetic),
            HasSyntheticValues = scenario.HasSyntheticValues,
            Name = grouping.Required("name"),
            Extras = grouping.Left(),
        };
    }

    private static MemberRow MemberOf(ReadEntry entry, Guid id) => new()
    {
        Id = id,
        Code = entry.Required("id"),
        Name = entry.Required("name"),
        Kind = entry.Choice<MemberKind>("kind")!.Value,
        IsEmployer = entry.Flag("employer"),
        QuotaPerYear = entry.Integer("quota-per-year"),
        Extras = entry.Left(),
    };

    private SiteRow SiteOf(ReadEntry entry, Guid id)
    {
        var code = entry.Required("id");
        var site = known[code];
        entry.Take("commune");
        entry.Take("postcode");
        entry.Take("insee");
        entry.Take("opening");
        var isExact = entry.Take("coordinates") is not null;
        var statuses = entry.Take("accepted-statuses") is null ? Enum.GetValues<EmploymentStatus>() : site.AcceptedStatuses;
        return new SiteRow
        {
            Id = id,
            Code = code,
            Name = entry.Required("name"),
            MemberId = members[entry.Required("member")],
            InseeCode = site.Commune.InseeCode,
            Latitude = isExact ? site.Location.Latitude : null,
            Longitude = isExact ? site.Location.Longitude : null,
            Kind = entry.Choice<SiteKind>("kind")!.Value,
            Places = entry.Integer("places"),
            OpeningDaysPerYear = site.Opening.DaysPerYear,
            OpeningDaysPerWeek = site.Opening.DaysPerWeek,
            AcceptedStatuses = [.. statuses],
            Extras = entry.Left(),
        };
    }

    private static ProfessionRow ProfessionOf(ReadEntry entry, Guid id) => new()
    {
        Id = id,
        Code = entry.Required("id"),
        Name = entry.Required("name"),
        Service = entry.Text("service"),
        Extras = entry.Left(),
    };

    private static WorkingTimeRow WorkingTimeOf(ReadEntry entry, Guid id) => new()
    {
        Id = id,
        Code = entry.Required("id"),
        Name = entry.Required("name"),
        AnnualHours = entry.Number("annual-hours")!.Value,
        WeeklyHours = entry.Number("weekly-hours")!.Value,
        Extras = entry.Left(),
    };

    private ProfessionalRow ProfessionalOf(ReadEntry entry, Guid id)
    {
        var consent = entry.Take("consent");
        var granted = ReadEntry.TextsOf(consent);
        var (refused, preferred, avoided) = (entry.Texts("refuses"), entry.Texts("prefers"), entry.Texts("avoids"));
        var row = new ProfessionalRow
        {
            Id = id,
            Code = entry.Required("id"),
            Name = entry.Required("name"),
            ProfessionId = professions[entry.Required("profession")],
            EmployerId = members[entry.Required("employer")],
            BaseId = sites[entry.Required("base")],
            FullTimeEquivalent = entry.Number("fte")!.Value,
            WorkingTime = entry.Text("working-time"),
            Status = entry.Choice<EmploymentStatus>("status") ?? EmploymentStatus.CivilServant,
            ConsentsToNamedSitesOnly = consent is ListNode,
            ConsentNotRequiredBecause = consent is MapNode reason ? new ReadEntry(reason).Text("not-required-because") : null,
            ReferentManager = entry.Text("referent"),
            Qualifications = entry.Texts("qualifications"),
            ReservedHalfDaysPerYear = entry.Integer("reserved-half-days-per-year") ?? 0,
            Extras = entry.Left(),
        };
        row.SiteAnswers.AddRange(Ordered(granted.Union(refused).Union(preferred).Union(avoided), (site, answer) => new SiteAnswerRow
        {
            Id = answer,
            SiteId = sites[site],
            Consent = granted.Contains(site) ? SiteConsent.Granted : refused.Contains(site) ? SiteConsent.Refused : SiteConsent.Unsaid,
            Preference = preferred.Contains(site) ? SitePreference.Preferred : avoided.Contains(site) ? SitePreference.Avoided : SitePreference.None,
        }));
        return row;
    }
}
