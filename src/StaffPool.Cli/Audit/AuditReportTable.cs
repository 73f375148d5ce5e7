using StaffPool.Cli.Terminals;
using StaffPool.Data.Audit;

namespace StaffPool.Cli.Audit;

/// <summary>The log of each grouping: how long, its head, and where it breaks. One line each, never cut: heads are copied.</summary>
internal sealed class AuditReportTable(Terminal terminal, CliTexts texts)
{
    public void Write(IReadOnlyList<AuditChain> chains)
    {
        // Not through the console, that would cut a hash in two.
        var output = terminal.Output.Profile.Out.Writer;
        foreach (var chain in chains)
        {
            output.WriteLine(chain.Name ?? texts["audit.unknown-grouping", chain.GroupingId]);
            output.WriteLine($"  {texts.Count("audit.entries", (int)chain.Entries)}");
            output.WriteLine($"  {texts["audit.head", chain.Head]}");
            if (chain.Breach is { } breach)
            {
                output.WriteLine($"  {texts[$"audit.{breach.Fault}", breach.Sequence]}");
            }
        }
    }
}
