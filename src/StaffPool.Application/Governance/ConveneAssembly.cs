using System.Globalization;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <summary>
/// Calls the members to an assembly. The table of votes is fixed by it (which one, the agreement says), and the rules on
/// notices have their say: delay, agenda, second call.
/// </summary>
[Permits(Role.Administrator)]
public sealed class ConveneAssembly(Work work, IScenarioFormat format) : IUseCase<Convocation, Guid>
{
    /// <returns>The assembly.</returns>
    public Task<Guid> RunAsync(Guid groupingId, Convocation request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => ConveneAsync(scope, request, stop), stop);

    private async Task<Guid> ConveneAsync(WorkScope scope, Convocation request, CancellationToken stop)
    {
        var problems = Assess(request).ToList();
        RefusedException.IfAny(problems);

        var rows = await StoredSitting.RowsOnAsync(scope, request.ConvenedOn, stop);
        var row = RowOf(request, [.. rows.Assemblies.Select(a => a.Code)]);
        var scenario = format.Read(rows with { Assemblies = [.. rows.Assemblies, row] });
        var (assembly, reasons) = StoredSitting.Of(scenario, row);
        var violations = assembly is null ? reasons : Minutes.Of(assembly).Violations;
        if (assembly is null || violations.AnyBlocking())
        {
            throw new RefusedException(Refusal.Invalid, [.. violations.Where(v => v.Severity == Severity.Blocking)]);
        }

        row.FrozenVotes = StoredSitting.Freeze(assembly, RightsOverTime.Of(scenario)!.TermsOn(request.ConvenedOn)!.Reference);
        scope.Db.Assemblies.Add(row);
        scope.Subject = row.Id;
        return row.Id;
    }

    private static IEnumerable<Violation> Assess(Convocation request)
    {
        if (request.Agenda.Count == 0)
        {
            yield return SittingTexts.Blocking("sitting.agenda");
        }

        foreach (var (i, item) in request.Agenda.Index())
        {
            if (string.IsNullOrWhiteSpace(item.Title) || string.IsNullOrWhiteSpace(item.Wording))
            {
                yield return SittingTexts.Blocking("sitting.item", i + 1);
            }
        }

        if (string.IsNullOrWhiteSpace(request.Place))
        {
            yield return SittingTexts.Blocking("sitting.place");
        }

        if (request.Day < request.ConvenedOn)
        {
            yield return SittingTexts.Blocking("sitting.dates", request.Day, request.ConvenedOn);
        }
    }

    private static AssemblyRow RowOf(Convocation request, HashSet<string> codes)
    {
        var day = request.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var code = Enumerable.Range(1, codes.Count + 1)
            .Select(n => n == 1 ? $"assemblee-{day}" : string.Create(CultureInfo.InvariantCulture, $"assemblee-{day}-{n}"))
            .First(c => !codes.Contains(c));
        var row = new AssemblyRow
        {
            Code = code,
            Title = string.IsNullOrWhiteSpace(request.Title) ? null : request.Title.Trim(),
            ConvenedOn = request.ConvenedOn,
            ConvenedAt = request.ConvenedAt,
            Day = request.Day,
            OpensAt = request.OpensAt,
            Place = request.Place.Trim(),
            IsUrgent = request.IsUrgent,
            FirstSitting = request.FirstSitting,
        };
        foreach (var (i, item) in request.Agenda.Index())
        {
            var itemCode = string.Create(CultureInfo.InvariantCulture, $"question-{i + 1}");
            row.Agenda.Add(new AgendaItemRow { Position = i + 1, Code = itemCode, Matter = item.Matter, Title = item.Title.Trim() });
            row.Motions.Add(new MotionRow { Position = i + 1, Code = itemCode, Item = itemCode, Wording = item.Wording.Trim() });
        }

        return row;
    }
}

/// <param name="Title">Heading, or null.</param>
/// <param name="ConvenedOn">Day on which the notice leaves.</param>
/// <param name="ConvenedAt">On the clock of the seat.</param>
/// <param name="Day">Of the sitting.</param>
/// <param name="OpensAt">On the clock of the seat.</param>
/// <param name="Place">Where.</param>
/// <param name="IsUrgent">Shorter delay.</param>
/// <param name="FirstSitting">Day of the sitting that lacked its quorum, where this is the second call.</param>
/// <param name="Agenda">At least one item, each with one motion.</param>
public sealed record Convocation(
    string? Title, DateOnly ConvenedOn, TimeOnly ConvenedAt, DateOnly Day, TimeOnly OpensAt, string Place, bool IsUrgent, DateOnly? FirstSitting,
    IReadOnlyList<ConvenedItem> Agenda);

/// <param name="Matter">What it is about: the majority follows from it.</param>
/// <param name="Title">As in the notice.</param>
/// <param name="Wording">What is put to the vote.</param>
public sealed record ConvenedItem(AssemblyMatter Matter, string Title, string Wording);
