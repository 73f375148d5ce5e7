using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <summary>What follows from the nature of a grouping, and what its changes of members do to its exemption from VAT.</summary>
internal static class TaxAndNatureTables
{
    public static ReportTable Nature(LegalNature nature) => new(
        "nature", ReportTexts.Of("life.nature"), ReportTexts.Of("header.topic"), ReportTexts.Columns("consequence", "reference"),
        [
            .. NatureConsequences.Of(nature).Select(c => new ReportRow(
                IdOf(c.Topic),
                ReportTexts.Of($"topic.{c.Topic}"),
                [new ReportFigure(c.Sentence), new ReportFigure(c.Reference.Citation)])),
        ]);

    /// <summary>Each condition of the exemption that breaks before or after the comings and goings of the scenario.</summary>
    /// <param name="life">What is declared; its situation tells the status of every member, whenever it is one.</param>
    /// <param name="vat">The situation.</param>
    /// <param name="course">Who was and is a member.</param>
    /// <param name="agreement">Says how many members are needed.</param>
    /// <param name="findings">What is broken on the day looked at is added.</param>
    /// <returns>Null where no condition breaks, before or after.</returns>
    public static ReportTable? Vat(
        DeclaredLife life, VatSituation vat, LifeCourse course, FoundingAgreement agreement, List<Violation> findings)
    {
        var after = Among(course.Belonging);
        findings.AddRange(VatConditions.Assess(after, life.On, agreement));
        var change = VatConditions.Compare(Among(life.Memberships), after, life.On, agreement);
        var rows = change.Appearing.Select(v => Row(v, before: false, after: true))
            .Concat(change.Disappearing.Select(v => Row(v, before: true, after: false)))
            .Concat(change.Remaining.Select(v => Row(v, before: true, after: true)))
            .ToList();
        return rows.Count == 0 ? null : new ReportTable(
            "vat", ReportTexts.Of("life.vat"), ReportTexts.Of("header.condition"), ReportTexts.Columns("broken-before", "broken-after"), rows);

        VatSituation Among(IReadOnlyList<Membership> memberships) => vat with
        {
            Members = [.. vat.Members.Where(p => memberships.Any(m => m.Member == p.Member && m.IsInForceOn(life.On)))],
        };
    }

    private static ReportRow Row(Violation violation, bool before, bool after) => new(
        string.Join('-', violation.Subjects.Prepend(violation.Code.Replace("life.vat-", "", StringComparison.Ordinal))),
        violation.Message,
        [new ReportFigure(before), new ReportFigure(after)]);

    private static string IdOf(NatureTopic topic) => topic switch
    {
        NatureTopic.Accounting => "accounting",
        NatureTopic.Result => "result",
        NatureTopic.Staff => "staff",
        NatureTopic.Purchasing => "purchasing",
        NatureTopic.Auditor => "auditor",
        _ => throw new DomainException($"Unknown topic {topic}."),
    };
}
