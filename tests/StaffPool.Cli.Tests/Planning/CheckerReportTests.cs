using System.Resources;
using StaffPool.Cli.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Cli.Tests.Planning;

public sealed class CheckerReportTests
{
    private static readonly ResourceManager Sentences = new("StaffPool.Cli.CliTexts", typeof(CliTexts).Assembly);

    [Fact]
    public void Many_warnings_of_one_rule_are_cut_and_counted_in_a_plan() =>
        Shown(Severity.Warning, allWarnings: false).ShouldContain("et 7 autres semblables");

    [Fact]
    public void A_check_shows_every_warning() => Shown(Severity.Warning, allWarnings: true).ShouldNotContain("semblables");

    [Fact]
    public void What_blocks_is_never_cut() => Shown(Severity.Blocking, allWarnings: false).ShouldNotContain("semblables");

    [Fact]
    public void The_reference_of_a_rule_is_cited_once() =>
        Shown(Severity.Blocking, allWarnings: true).Split("[CASF L.312-7]").Length.ShouldBe(2);

    private static string Shown(Severity severity, bool allWarnings)
    {
        using var terminal = new FakeTerminal();
        var violations = Enumerable.Range(1, 12)
            .Select(i => new Violation("a.rule", severity, new Text(Sentences, "usage.unknown", [i]), [], new LegalReference("CASF L.312-7")))
            .ToList();
        new CheckerReport(terminal.Terminal.Output, CliTexts.French).Write(violations, allWarnings);
        return terminal.Output;
    }
}
