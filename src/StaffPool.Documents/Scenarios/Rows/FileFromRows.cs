using StaffPool.Application.Scenarios;
using StaffPool.Data;
using StaffPool.Data.Members;
using StaffPool.Data.Workforce;
using StaffPool.Documents.Scenarios.Sections;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>The file that describes rows: their columns, what they keep as YAML, and the sections of the agreement.</summary>
internal sealed class FileFromRows
{
    /// <summary>Where something that was entered in the service comes from.</summary>
    public static readonly string Recorded = ScenarioTexts.Of("recorded.source").ToString();

    private readonly GroupingRows rows;
    private readonly CommuneDirectory communes;
    private readonly string? origin;
    private readonly Dictionary<Guid, string> members;
    private readonly Dictionary<Guid, string> sites;
    private readonly Dictionary<Guid, string> professions;

    public FileFromRows(GroupingRows rows, CommuneDirectory communes)
    {
        (this.rows, this.communes) = (rows, communes);
        origin = rows.Grouping.IsSynthetic ? null : Recorded;
        members = rows.Members.ToDictionary(m => m.Id, m => m.Code);
        sites = rows.Sites.ToDictionary(s => s.Id, s => s.Code);
        professions = rows.Professions.ToDictionary(p => p.Id, p => p.Code);
    }

    /// <exception cref="Application.UseCases.RefusedException">What rows keep as YAML is none, or an expense has no cost centre.</exception>
    public MapNode Write()
    {
        var file = new WrittenEntry(rows.Agreement.Sections);
        file.Put("format", ScenarioDocument.Format)
            .Put("title", rows.Grouping.Title)
            .Put(Provenance.Synthetic, rows.Grouping.IsSynthetic)
            .Put("grouping", new WrittenEntry(rows.Grouping.Extras).Put("name", rows.Grouping.Name).In(ScenarioDocument.GroupingKeys, origin));
        PutEntries(file, "working-time", rows.WorkingTimes, WorkingTimeOf);
        PutEntries(file, "members", rows.Members, MemberOf);
        PutEntries(file, "sites", rows.Sites, SiteOf);
        PutEntries(file, "professions", rows.Professions, ProfessionOf);
        PutEntries(file, "professionals", rows.Professionals, ProfessionalOf);
        if (rows.Campaign is { Needs.Count: > 0 } campaign)
        {
            file.Put("period", PeriodOf(campaign.PeriodStart, campaign.PeriodEnd));
            new FileFromNeeds(campaign, sites, professions, origin).Put(file, rows);
        }

        PutEntries(file, "assemblies", rows.Assemblies, a => FileFromAssemblies.Of(a, members, origin));
        RecordedExpenses.Add(file, rows.Expenses, members);
        RecordedWork.Put(file, rows.WorkDone, members.Values, rows.Sites.ToDictionary(s => s.Id, s => members[s.MemberId]));
        return file.In(ScenarioDocument.Keys);
    }

    /// <summary>A section with one entry for each row, in the order in which the rows were made.</summary>
    public static void PutEntries<T>(WrittenEntry file, string key, IEnumerable<T> rows, Func<T, MapNode> entryOf)
        where T : GroupingOwned
    {
        var entries = rows.OrderBy(r => r.Id).Select(entryOf).ToList();
        if (entries.Count > 0)
        {
            file.Put(key, new ListNode(default, entries));
        }
    }

    private static Node PeriodOf(DateOnly start, DateOnly end)
    {
        var period = new Period(start, end);
        return period switch
        {
            _ when period == Period.Year(start.Year) => WrittenEntry.Scalar(FormattableString.Invariant($"{start.Year}")),
            _ when period == Period.HalfYear(start.Year, 1) => WrittenEntry.Scalar(FormattableString.Invariant($"{start.Year}-H1")),
            _ when period == Period.HalfYear(start.Year, 2) => WrittenEntry.Scalar(FormattableString.Invariant($"{start.Year}-H2")),
            _ => new WrittenEntry(null).Put("start", Numbers.Of(start)).Put("end", Numbers.Of(end)).In(PeriodReader.Keys),
        };
    }

    private MapNode MemberOf(MemberRow row) => new WrittenEntry(row.Extras)
        .Put("id", row.Code)
        .Put("name", row.Name)
        .Put("kind", row.Kind)
        .Put("employer", row.IsEmployer)
        .Put("quota-per-year", row.QuotaPerYear)
        .In(MembersSection.Keys, origin);

    private MapNode SiteOf(SiteRow row)
    {
        var opening = new WrittenEntry(null).Put("days-per-year", row.OpeningDaysPerYear).Put("days-per-week", row.OpeningDaysPerWeek)
            .In(SitesSection.OpeningKeys);
        var isAlwaysOpen = row is { OpeningDaysPerYear: 365, OpeningDaysPerWeek: 7 };
        var acceptsAll = Enum.GetValues<EmploymentStatus>().All(row.AcceptedStatuses.Contains);
        var point = row is { Latitude: { } latitude, Longitude: { } longitude }
            ? new WrittenEntry(null).Put("latitude", Numbers.Of((decimal)latitude)).Put("longitude", Numbers.Of((decimal)longitude)).In(PlaceReader.CoordinateKeys)
            : null;
        return new WrittenEntry(row.Extras)
            .Rename("postcode", "commune")
            .Put("id", row.Code)
            .Put("name", row.Name)
            .Put("member", members[row.MemberId])
            .Put("commune", communes.ByInseeCode(row.InseeCode)?.Name)
            .Put("insee", row.InseeCode)
            .Put("coordinates", point)
            .Put("kind", row.Kind)
            .Put("places", row.Places)
            .PutUnlessUsual("opening", opening, isAlwaysOpen)
            .PutUnlessUsual("accepted-statuses", WrittenEntry.List(row.AcceptedStatuses.Select(EnumWords.Of)), acceptsAll)
            .In(SitesSection.Keys, origin);
    }

    private MapNode ProfessionOf(ProfessionRow row) => new WrittenEntry(row.Extras)
        .Put("id", row.Code)
        .Put("name", row.Name)
        .Put("service", row.Service)
        .In(ProfessionsSection.Keys, origin);

    private static MapNode WorkingTimeOf(WorkingTimeRow row)
    {
        var entry = new WrittenEntry(row.Extras)
            .Put("id", row.Code)
            .Put("name", row.Name)
            .Put("annual-hours", Numbers.Of(row.AnnualHours))
            .Put("weekly-hours", Numbers.Of(row.WeeklyHours));
        return (entry.Has("reference") ? entry : entry.Put("reference", Recorded)).In(WorkingTimeSection.Keys);
    }

    private MapNode ProfessionalOf(ProfessionalRow row)
    {
        var answers = row.SiteAnswers.OrderBy(a => a.Id).ToList();
        var granted = WrittenEntry.List(Sites(answers.Where(a => a.Consent == SiteConsent.Granted)));
        Node consent = (row.ConsentNotRequiredBecause, row.ConsentsToNamedSitesOnly) switch
        {
            ({ } reason, _) => new WrittenEntry(null).Put("not-required-because", reason).In(ProfessionalsSection.ConsentKeys),
            (null, true) => granted,
            (null, false) => WrittenEntry.Scalar("all"),
        };
        return new WrittenEntry(row.Extras)
            .Put("id", row.Code)
            .Put("name", row.Name)
            .Put("profession", professions[row.ProfessionId])
            .Put("employer", members[row.EmployerId])
            .Put("base", sites[row.BaseId])
            .Put("fte", Numbers.Of(row.FullTimeEquivalent))
            .PutUnlessUsual("working-time", row.WorkingTime ?? WorkingTimeRuleSet.PublicHospital.Id, row.WorkingTime is null)
            .PutUnlessUsual("status", EnumWords.Of(row.Status), row.Status == EmploymentStatus.CivilServant)
            .PutUnlessUsual("consent", consent, consent is ScalarNode)
            .Put("refuses", Sites(answers.Where(a => a.Consent == SiteConsent.Refused)))
            .Put("referent", row.ReferentManager)
            .Put("qualifications", row.Qualifications)
            .PutUnlessUsual("reserved-half-days-per-year", Numbers.Of(row.ReservedHalfDaysPerYear), row.ReservedHalfDaysPerYear == 0)
            .Put("prefers", Sites(answers.Where(a => a.Preference == SitePreference.Preferred)))
            .Put("avoids", Sites(answers.Where(a => a.Preference == SitePreference.Avoided)))
            .In(ProfessionalsSection.Keys, origin);
    }

    private IEnumerable<string> Sites(IEnumerable<SiteAnswerRow> answers) => answers.Select(a => sites[a.SiteId]);
}
