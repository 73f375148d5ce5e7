using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>Members who declare without a pause, each their own needs; what the service acknowledged is noted.</summary>
internal sealed class Declaring(Grouping grouping)
{
    private readonly ConcurrentDictionary<string, int> acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<TimeSpan> times = [];
    private readonly ConcurrentBag<string> errors = [];
    private Task[] members = [];

    /// <summary>The last amount of each declaration that the service said it kept.</summary>
    public IReadOnlyDictionary<string, int> Acknowledged => new Dictionary<string, int>(acknowledged, StringComparer.Ordinal);

    public int Count => times.Count;

    /// <summary>Answers that no user should see.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>The answer that one in a hundred waits longer for.</summary>
    public TimeSpan Slowest => times.Order().ElementAt((int)(times.Count * 0.99m));

    public async Task StartAsync(CancellationToken stop)
    {
        var declarations = await grouping.DeclarationsAsync();
        declarations.ShouldNotBeEmpty();
        members = [.. declarations.Select(d => Task.Run(() => DeclareAsync(d, stop), CancellationToken.None))];
    }

    public async Task UntilAsync(int count)
    {
        while (Count < count)
        {
            errors.ShouldBeEmpty();
            members.ShouldNotContain(m => m.IsFaulted);
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public Task EndAsync() => Task.WhenAll(members);

    /// <summary>What a declaration says of its first need.</summary>
    public static int AmountIn(Shown page) => int.Parse(page.Form("besoins").Fields.First(f => f.Name == "Lines[0].Amount").Value, CultureInfo.InvariantCulture);

    private async Task DeclareAsync(string declaration, CancellationToken stop)
    {
        try
        {
            for (var amount = 1; !stop.IsCancellationRequested; amount = amount % 300 + 1)
            {
                var page = await grouping.Administrator.GetAsync(declaration);
                var form = page.Form("besoins");
                var clock = Stopwatch.StartNew();
                var answer = await grouping.Administrator.PostAsync(Filled(form, amount), ("Lines[0].Amount", amount.ToString(CultureInfo.InvariantCulture)));
                if (answer.Status != 302)
                {
                    errors.Add($"{answer.Status} {answer.Text}");
                    return;
                }

                acknowledged[declaration] = amount;
                times.Add(clock.Elapsed);
            }
        }
        catch (HttpRequestException)
        {
            // The service was killed: what it had not acknowledged may be lost.
        }
    }

    // A member that asked for nothing yet: its first line is chosen for it.
    internal static ShownForm Filled(ShownForm form, int amount) => form with
    {
        Fields = [.. form.Fields.Select(f => f.Name switch
        {
            "Lines[0].EveryWeeks" => f with { Value = f.Value.Length == 0 ? "1" : f.Value },
            _ => f,
        }), new ShownField("Confirms", "hidden", amount % 2 == 0 ? "true" : "false", true)],
    };
}
