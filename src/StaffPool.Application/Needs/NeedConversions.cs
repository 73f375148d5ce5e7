using System.Collections.Concurrent;
using StaffPool.Application.Governance;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Needs;

namespace StaffPool.Application.Needs;

/// <summary>
/// How needs become half-days under the agreement in force. Its text is read once per version and kept in memory: members
/// declare by the hundred. One for the whole service, used by all threads.
/// </summary>
public sealed class NeedConversions(GroupingLoader loader)
{
    private readonly ConcurrentDictionary<Guid, (AgreementVersion Version, FoundingAgreement Agreement)> known = [];

    /// <param name="scope">The grouping.</param>
    /// <param name="day">On which the settings are taken: the first of the period.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Null where the grouping is not valid as it stands: members declare all the same.</returns>
    public async Task<NeedConversion?> OnAsync(WorkScope scope, DateOnly day, CancellationToken stop)
    {
        var inForce = await AgreementVersion.InForceAsync(scope, stop);
        if (known.TryGetValue(scope.GroupingId, out var entry) && entry.Version == inForce)
        {
            return Of(entry.Agreement, day);
        }

        try
        {
            var loaded = await loader.LoadAsync(scope, null, null, stop);
            known[scope.GroupingId] = (inForce, loaded.Scenario.Grouping.Agreement);
            return Of(loaded.Scenario.Grouping.Agreement, day);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    public static NeedConversion Of(FoundingAgreement agreement, DateOnly day) =>
        new(agreement.ValueOf(AgreementSettings.HoursPerHalfDay, day), agreement.ValueOf(AgreementSettings.HoursPerFullTime, day));
}

/// <summary>A declared quantity as half-days.</summary>
/// <param name="PerYear">In a year.</param>
/// <param name="InPeriod">In the period of the campaign.</param>
/// <param name="Trace">The steps that led there, one sentence each, in the language of the reader.</param>
public sealed record CountedNeed(int PerYear, int InPeriod, IReadOnlyList<Domain.Texts.Text> Trace)
{
    internal static CountedNeed Of(NeedConversion conversion, Period period, NeedQuantity quantity, OpeningCalendar opening)
    {
        Traced<int> inPeriod = conversion.In(period, quantity, opening);
        return new CountedNeed(conversion.PerYear(quantity, opening).Value, inPeriod.Value, inPeriod.Trace);
    }
}
