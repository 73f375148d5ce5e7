using System.Globalization;
using StaffPool.Application.Needs;
using StaffPool.Data.Needs;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Interchange;

/// <summary>The needs of the campaigns; a representative writes and reads those of its member. What the file leaves out stays declared.</summary>
internal sealed class NeedsSheet() : KeyedSheet<NeedRow, DeclaredNeed>(
    "need",
    [
        new("campaign") { Codes = ["declaration.not-open"] },
        new("site", IsRequired: true, Choices: c => c.Sites.AllNames),
        new("profession", IsRequired: true, Choices: c => c.Professions.AllNames),
        new("amount", IsRequired: true) { Codes = ["declaration.amount"] },
        new("unit", IsRequired: true, Choices: SheetColumn.Of<NeedUnit>),
        new("every-weeks") { Codes = ["declaration.every-weeks"] },
        new("priority", Choices: SheetColumn.YesOrNo),
        new("small-blocks", Choices: SheetColumn.YesOrNo),
    ])
{
    public override bool IsForAdministrator => false;

    protected override IEnumerable<NeedRow> Stored(Catalogue catalogue) => catalogue.Needs.Where(n => CampaignOf(n, catalogue) is not null);

    protected override string KeyOf(NeedRow row, Catalogue catalogue) => KeyFor(row.CampaignId, row.SiteId, row.ProfessionId);

    protected override string NameOf(NeedRow row, Catalogue catalogue) =>
        $"{catalogue.Sites.ById(row.SiteId)?.Name} · {catalogue.Professions.ById(row.ProfessionId)?.Name}";

    protected override bool MayRead(NeedRow row, Catalogue catalogue) => catalogue.SeesAll || MayChange(row, catalogue);

    protected override bool MayChange(NeedRow row, Catalogue catalogue) => IsOwn(row.SiteId, catalogue);

    protected override IReadOnlyList<object?> Cells(NeedRow row, Catalogue catalogue) =>
    [
        CampaignOf(row, catalogue)?.PeriodStart, catalogue.Sites.ById(row.SiteId)?.Name, catalogue.Professions.ById(row.ProfessionId)?.Name,
        row.Amount, ChoiceWords.Of(row.Unit).Here(), row.EveryWeeks == 1 ? null : row.EveryWeeks, row.IsPriority, row.AcceptsSmallBlocks,
    ];

    protected override LineKey? Read(LineReader line, Catalogue catalogue)
    {
        var campaign = CampaignOf(line, catalogue);
        var site = line.Reference("site", catalogue.Sites, null);
        var profession = line.Reference("profession", catalogue.Professions, null);
        return campaign is null || site is null || profession is null ? null : new LineKey(KeyFor(campaign.Id, site.Id, profession.Id));
    }

    protected override DeclaredNeed Describe(LineReader line, NeedRow? row, Catalogue catalogue)
    {
        var site = catalogue.Sites.Find(line.Text("site")!)!;
        var profession = catalogue.Professions.Find(line.Text("profession")!)!;
        if (line.IsEmpty("amount") && row is null)
        {
            line.Blame("amount", "cell.missing");
        }

        if (!IsOwn(site.Id, catalogue))
        {
            line.Blame("site", "cell.not-yours");
        }

        return new DeclaredNeed(
            site.Id,
            profession.Id,
            line.Amount("amount", row?.Amount) ?? row?.Amount ?? 0,
            line.Choice("unit", row?.Unit),
            line.Whole("every-weeks", row?.EveryWeeks) ?? 1,
            line.Yes("priority", row?.IsPriority ?? false),
            line.Yes("small-blocks", row?.AcceptsSmallBlocks ?? false));
    }

    protected override NeedRow New(LineKey read, DeclaredNeed description, Catalogue catalogue) => new()
    {
        CampaignId = Guid.ParseExact(read.Key[..36], "D"), SiteId = description.SiteId, ProfessionId = description.ProfessionId,
        Amount = description.Amount, Unit = description.Unit,
    };

    protected override IEnumerable<Violation> Assess(DeclaredNeed description, NeedRow row, Catalogue catalogue) =>
        description.Assess(catalogue.Sites.ById(row.SiteId)?.Name, catalogue.Professions.ById(row.ProfessionId)?.Name);

    protected override IEnumerable<Violation> Follow(NeedRow row, Catalogue catalogue)
    {
        if (CampaignOf(row, catalogue) is { Status: not CampaignStatus.Open } closed)
        {
            return [DeclarationTexts.Blocking("declaration.not-open", closed.OpensOn, closed.ClosesOn)];
        }

        catalogue.Declares(row.CampaignId, catalogue.Sites.ById(row.SiteId)!.MemberId);
        return [];
    }

    protected override void Write(DeclaredNeed description, NeedRow row, bool isNew, Catalogue catalogue)
    {
        description.WriteTo(row);
        if (isNew)
        {
            catalogue.Db.Needs.Add(row);
        }
    }

    private static bool IsOwn(Guid siteId, Catalogue catalogue) =>
        catalogue.IsAdministrator || (catalogue.Sites.ById(siteId) is { } site && catalogue.IsOwn(site.MemberId));

    private static string KeyFor(Guid campaign, Guid site, Guid profession) => string.Create(CultureInfo.InvariantCulture, $"{campaign:D}{site:D}{profession:D}");

    private static CampaignRow? CampaignOf(NeedRow row, Catalogue catalogue) => catalogue.Campaigns.FirstOrDefault(c => c.Id == row.CampaignId);

    // By any day of its period; the open one where nothing is said.
    private static CampaignRow? CampaignOf(LineReader line, Catalogue catalogue)
    {
        if (line.IsEmpty("campaign"))
        {
            var open = catalogue.Campaigns.FirstOrDefault(c => c.Status == CampaignStatus.Open);
            if (open is null)
            {
                line.Blame("campaign", "need.no-campaign-open");
            }

            return open;
        }

        if (line.Day("campaign") is not { } day)
        {
            return null;
        }

        var campaign = catalogue.Campaigns.FirstOrDefault(c => c.PeriodStart <= day && day <= c.PeriodEnd);
        if (campaign is null)
        {
            line.Blame("campaign", "need.no-campaign", day);
        }

        return campaign;
    }
}
