using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Members;
using StaffPool.Testing;

namespace StaffPool.Domain.Tests.Governance;

/// <summary>Computes again every figure of the tables of docs/regles/parts-et-voix.md.</summary>
public sealed class SharesAndVotesPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "regles", "parts-et-voix.md"));

    [Fact]
    public void The_example_of_Centre_de_Picardie_is_what_the_code_computes()
    {
        var rows = Table("Membre");
        var members = rows.Where(r => !r[0].Contains("Total", StringComparison.Ordinal)).ToList();
        var facts = new RightsFacts
        {
            Members = [.. members.Select(r => new Member { Id = r[0], Name = r[0], Kind = MemberKind.PublicEstablishment })],
            Figures = [.. members.Select(r =>
                new MemberFigure(r[0], FigureKind.HalfDaysDeclared, Number(r[1]), new DateOnly(2026, 1, 1)))],
        };

        var outcome = Rights.Compute(facts, Rights.Terms());

        var capital = Rights.OneThenTenEuros
            .Revaluation(outcome.Shares.ShouldNotBeNull(), new DateOnly(2008, 1, 1), Rights.Day).Value;
        var computed = capital
            .Select(c => new[] { c.Shares, c.Shares, outcome.Table!.Value.VotesOf(c.MemberId), c.Before.Cents / 100, c.After.Cents / 100 })
            .ToList();
        computed.Add([.. Enumerable.Range(0, 5).Select(i => computed.Sum(row => row[i]))]);
        computed.Count.ShouldBe(11);
        computed.ShouldBe(rows.Select(r => r.Skip(1).Select(Number).ToArray()));
        Page.ShouldContain(line => line.Contains($"«\u00A0{outcome.Table.ShouldNotBeNull().Trace[5]}\u00A0»", StringComparison.Ordinal));
    }

    [Fact]
    public void The_revision_is_what_the_code_computes()
    {
        var rows = Table("Membre révisé");

        var revision = ShareRevision.Between(
            new([.. rows.Select(r => new ShareRow(r[0], Number(r[1])))]),
            new([.. rows.Select(r => new ShareRow(r[0], Number(r[2])))]),
            new DateOnly(2026, 7, 1),
            RightsRevision.Formula,
            Rights.OneThenTenEuros,
            id => id).Value;

        revision.Rows.Select(r => new[] { r.Difference, r.Capital.Cents / 100 })
            .ShouldBe(rows.Select(r => new[] { Number(r[3]), Number(r[4]) }));
    }

    [Fact]
    public void The_caps_are_what_the_code_computes()
    {
        var rows = Table("Groupement");

        rows.Count.ShouldBe(4);
        rows.ShouldAllBe(r => Rights
            .Votes(new CapToTheOthers().Apply(Rights.Table(Numbers(r[1])), null, Rights.Name).Value.After)
            .SequenceEqual(Numbers(r[2])));
    }

    [Fact]
    public void The_seats_are_what_the_code_computes() =>
        new[] { ApportionmentMethod.LargestRemainder, ApportionmentMethod.DHondt, ApportionmentMethod.SainteLague }
            .Select(method => Apportionment.By(method, 5, [171, 31, 172]).ToArray())
            .ShouldBe(Table("Méthode").Select(r => r.Skip(1).Select(Number).ToArray()));

    /// <summary>Cells of the table whose first header is given, without header and rule.</summary>
    private static List<string[]> Table(string header) =>
    [
        .. Page.SkipWhile(line => !line.StartsWith($"| {header} |", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static long[] Numbers(string cell) => [.. cell.Split(',').Select(Number)];

    private static long Number(string cell) => long.Parse(
        string.Concat(cell.Replace('−', '-').Where(c => char.IsAsciiDigit(c) || c == '-')), CultureInfo.InvariantCulture);
}
