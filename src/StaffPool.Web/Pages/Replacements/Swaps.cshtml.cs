using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Replacements;
using StaffPool.Application.Timetables;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Domain.Rules;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>Swaps between two people: those that wait for an answer, and for one half-day whom it could be swapped with.</summary>
public sealed class SwapsModel(
    ListSwaps list, ListSwapChoices search, AskSwap ask, AcceptSwap accept, ApproveSwap approve, DeclineSwap decline,
    ListOwnHalfDays half, ListProfessionals staff, TimeProvider clock) : GroupingPage
{
    private const int DaysAhead = 42;

    /// <summary>Whose half-day is to be swapped; oneself where it is not said.</summary>
    [BindProperty(Name = "personne", SupportsGet = true)]
    public Guid? PersonId { get; set; }

    [BindProperty(Name = "jour", SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(Name = "moment", SupportsGet = true)]
    public DayPart? Part { get; set; }

    /// <summary>What is wanted for it, as <c>professional/2027-03-01/Morning</c>.</summary>
    [BindProperty]
    public string? Wanted { get; set; }

    [BindProperty]
    public string? Justification { get; set; }

    public IReadOnlyList<SwapView> Swaps { get; private set; } = [];

    /// <summary>Null until a half-day is chosen.</summary>
    public IReadOnlyList<SwapChoiceView>? Choices { get; private set; }

    /// <summary>Half-days of the user that are still to come, where they are a professional.</summary>
    public IReadOnlyList<OwnHalfDay> Own { get; private set; } = [];

    /// <summary>Everybody, for who coordinates.</summary>
    public IReadOnlyList<ProfessionalView> People { get; private set; } = [];

    public bool Coordinates => Grouping.Has([.. Work.RolesOf(typeof(ApproveSwap))]);

    public bool MayAsk => Grouping.Has([.. Work.RolesOf(typeof(AskSwap))]);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        var today = ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);
        Swaps = await list.RunAsync(Grouping.Id, Nothing.More, stop);
        People = Coordinates ? (await staff.RunAsync(Grouping.Id, Nothing.More, stop)).Professionals : [];
        Own = Grouping.Has(Role.Professional)
            ? [.. (await half.RunAsync(Grouping.Id, new DaysAsked(today.AddDays(1), today.AddDays(DaysAhead)), stop)).Where(h => h.Training is null)]
            : [];
        if (MayAsk && Given is { } given)
        {
            Choices = await search.RunAsync(Grouping.Id, given, stop);
        }

        return null;
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken stop)
    {
        if (Given is not { } given || ReadWanted() is not { } wanted)
        {
            return await RefuseAsync([new Violation("swap.choose", Severity.Blocking, ReplacementPageTexts.Of("swaps.choose"), [])], stop);
        }

        await ask.RunAsync(Grouping.Id, new NewSwap(given, wanted, Justification), stop);
        return Say("swaps.asked");
    }

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken stop) =>
        Say((await accept.RunAsync(Grouping.Id, new SwapAnswer(id, Justification), stop)).IsDone ? "swaps.done" : "swaps.accepted");

    public async Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken stop) =>
        Say((await approve.RunAsync(Grouping.Id, new SwapAnswer(id, Justification), stop)).IsDone ? "swaps.done" : "swaps.approved");

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken stop)
    {
        await decline.RunAsync(Grouping.Id, new SwapAsked(id), stop);
        return Say("swaps.declined");
    }

    public static string KeyOf(SwapChoiceView choice) => FormattableString.Invariant($"{choice.ProfessionalId}/{choice.Duty.Day:yyyy-MM-dd}/{choice.Duty.Part}");

    private SwapHalfDay? Given => Day is { } day && Part is { } part && (PersonId ?? Self) is { } person ? new SwapHalfDay(person, day, part) : null;

    private Guid? Self => Grouping.Grants.FirstOrDefault(g => g.Role == Role.Professional)?.ProfessionalId;

    private SwapHalfDay? ReadWanted() =>
        Wanted?.Split('/') is [var who, var day, var part]
        && Guid.TryParse(who, out var person)
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var when)
        && Enum.TryParse<DayPart>(part, out var known)
            ? new SwapHalfDay(person, when, known)
            : null;

    private RedirectResult Say(string key)
    {
        Notice = ReplacementPageTexts.Of(key).ToString();
        return Redirect($"/g/{Grouping.Code}/permutations");
    }
}
