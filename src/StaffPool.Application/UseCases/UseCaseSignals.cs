using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace StaffPool.Application.UseCases;

/// <summary>
/// How long use cases take and how they end, for whoever listens: names of use cases and groupings' keys, never a name, an
/// address or a figure.
/// </summary>
public static class UseCaseSignals
{
    public const string SourceName = "StaffPool.UseCases";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "staffpool.use_case.duration", "s", "How long a use case takes.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    /// <param name="useCase">What is done.</param>
    /// <param name="groupingId">In which grouping.</param>
    /// <param name="work">Does it.</param>
    internal static async Task<T> FollowAsync<T>(Type useCase, Guid groupingId, Func<Task<T>> work)
    {
        using var activity = Source.StartActivity(useCase.Name);
        activity?.SetTag("staffpool.grouping", groupingId);
        var start = Stopwatch.GetTimestamp();
        var outcome = "done";
        try
        {
            return await work();
        }
        catch (RefusedException refused)
        {
            outcome = refused.Refusal.ToString();
            throw;
        }
        catch (OperationCanceledException)
        {
            outcome = "cancelled";
            throw;
        }
        catch
        {
            outcome = "failed";
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            activity?.SetTag("staffpool.outcome", outcome);
            Duration.Record(
                Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("use_case", useCase.Name), new("outcome", outcome));
        }
    }
}
