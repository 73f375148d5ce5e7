using System.Globalization;
using System.Text.Json;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;

namespace StaffPool.Application.Geography;

/// <summary>
/// Road distances from a service that speaks the OSRM protocol (its table service, driving profile). There and back
/// differ by one-way streets: the larger of the two is kept, so that a limit is never passed on the way home.
/// </summary>
/// <param name="http">Client whose base address is that of the service; its timeout applies to each request.</param>
/// <param name="service">How the service and its map are cited beside every distance.</param>
/// <param name="clock">Gives the date cited.</param>
public sealed class OsrmDistances(HttpClient http, string service, TimeProvider clock)
{
    /// <summary>Coordinates that a service accepts in one request by default.</summary>
    private const int MostPerRequest = 100;

    /// <summary>The distance of every pair of the given sites.</summary>
    /// <exception cref="RoutingServiceException">The service cannot be reached, refuses, or speaks another protocol.</exception>
    public async Task<RoutedDistances> BetweenAsync(IReadOnlyList<Site> sites, CancellationToken stop)
    {
        var date = clock.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var metres = new Dictionary<(int, int), double?>();
        foreach (var batch in Batches(sites.Count))
        {
            var table = await TableAsync([.. batch.Select(i => sites[i])], stop);
            for (var row = 0; row < batch.Count; row++)
            {
                for (var column = row + 1; column < batch.Count; column++)
                {
                    metres[(batch[row], batch[column])] = Larger(table[row][column], table[column][row]);
                }
            }
        }

        var known = new List<(Site From, Site To, Distance Distance)>();
        var withoutRoute = new List<(Site From, Site To)>();
        foreach (var ((from, to), length) in metres)
        {
            if (length is { } road)
            {
                var distance = new Distance((long)Math.Round(road), DistanceMethod.RoutingService, $"{service}, {date}");
                known.Add((sites[from], sites[to], distance));
            }
            else
            {
                withoutRoute.Add((sites[from], sites[to]));
            }
        }

        return new RoutedDistances(known, withoutRoute);
    }

    // A road one way only is no road for somebody who comes back in the evening.
    private static double? Larger(double? there, double? back) =>
        there is null || back is null ? null : Math.Max(there.Value, back.Value);

    /// <summary>Groups of sites, small enough for one request each, such that every pair is in one of them.</summary>
    private static IEnumerable<IReadOnlyList<int>> Batches(int count)
    {
        if (count <= MostPerRequest)
        {
            return count < 2 ? [] : [[.. Enumerable.Range(0, count)]];
        }

        var halves = Enumerable.Range(0, count).Chunk(MostPerRequest / 2).ToList();
        return from first in Enumerable.Range(0, halves.Count)
               from second in Enumerable.Range(first + 1, halves.Count - first - 1)
               select (IReadOnlyList<int>)[.. halves[first], .. halves[second]];
    }

    private async Task<double?[][]> TableAsync(Site[] sites, CancellationToken stop)
    {
        var points = string.Join(';', sites.Select(s => string.Create(
            CultureInfo.InvariantCulture, $"{s.Location.Longitude:0.######},{s.Location.Latitude:0.######}")));
        try
        {
            using var response = await http.GetAsync(
                new Uri($"table/v1/driving/{points}?annotations=distance", UriKind.Relative), stop);
            using var answer = await JsonDocument.ParseAsync(
                await response.Content.ReadAsStreamAsync(stop), cancellationToken: stop);
            return Table(answer.RootElement, sites.Length, (int)response.StatusCode);
        }
        catch (OperationCanceledException error) when (!stop.IsCancellationRequested)
        {
            throw new RoutingServiceException(RoutingTexts.Of("routing.unreachable", service, error.Message), error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new RoutingServiceException(RoutingTexts.Of("routing.unreachable", service, error.Message), error);
        }
        catch (JsonException error)
        {
            throw new RoutingServiceException(RoutingTexts.Of("routing.unreadable", service, error.Message), error);
        }
    }

    private double?[][] Table(JsonElement root, int size, int status)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("code", out var code)
            || code.ValueKind != JsonValueKind.String)
        {
            throw Unreadable("code");
        }

        if (code.GetString() != "Ok")
        {
            var message = root.TryGetProperty("message", out var said) ? said.ToString() : "";
            throw new RoutingServiceException(RoutingTexts.Of("routing.refused", service, $"{code.GetString()}, HTTP {status.ToString(CultureInfo.InvariantCulture)}", message));
        }

        if (!root.TryGetProperty("distances", out var rows) || rows.ValueKind != JsonValueKind.Array || rows.GetArrayLength() != size)
        {
            throw Unreadable("distances");
        }

        return [.. rows.EnumerateArray().Select(row => Row(row, size))];
    }

    private double?[] Row(JsonElement row, int size)
    {
        if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() != size)
        {
            throw Unreadable("distances");
        }

        return [.. row.EnumerateArray().Select(Metres)];
    }

    private double? Metres(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when cell.TryGetDouble(out var metres) && metres is >= 0 and < 1e8 => metres,
        _ => throw Unreadable("distances"),
    };

    private RoutingServiceException Unreadable(string what) =>
        new(RoutingTexts.Of("routing.unreadable", service, $"« {what} »."));
}
