using System.Collections.Concurrent;
using System.Globalization;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>
/// Members who declare whatever happens to the service: what fails is tried again on another node. What a node acknowledged
/// must be there in the end, or something that they sent later.
/// </summary>
internal sealed class EnduringMembers(IReadOnlyList<Visitor> nodes, IReadOnlyList<string> declarations)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, (int Acknowledged, int Sent)> amounts = new(StringComparer.Ordinal);
    private int acknowledgements;
    private int faults;

    public int Acknowledgements => acknowledgements;

    public int Faults => faults;

    public Task DeclareAsync(CancellationToken stop) => Task.WhenAll(declarations.Select((d, i) => Task.Run(() => DeclareAsync(d, i, stop), CancellationToken.None)));

    /// <summary>Nothing that was acknowledged is lost.</summary>
    public async Task ShouldBeKeptAsync(Visitor node)
    {
        foreach (var (declaration, (acknowledged, sent)) in amounts)
        {
            Declaring.AmountIn(await node.GetAsync(declaration)).ShouldBeInRange(acknowledged, sent, declaration);
        }
    }

    private async Task DeclareAsync(string declaration, int first, CancellationToken stop)
    {
        var node = first;
        for (var amount = 1; !stop.IsCancellationRequested; amount++)
        {
            try
            {
                var page = await nodes[node % nodes.Count].GetAsync(declaration);
                amounts[declaration] = (amounts.GetValueOrDefault(declaration).Acknowledged, amount);
                var answer = await nodes[node % nodes.Count].PostAsync(
                    Declaring.Filled(page.Form("besoins"), 0), ("Lines[0].Amount", amount.ToString(CultureInfo.InvariantCulture)));
                if (answer.Status == 302)
                {
                    amounts[declaration] = (amount, amount);
                    Interlocked.Increment(ref acknowledgements);
                    continue;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or ShouldAssertException or InvalidOperationException)
            {
                // A node or the database is away.
            }

            Interlocked.Increment(ref faults);
            node++;
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
