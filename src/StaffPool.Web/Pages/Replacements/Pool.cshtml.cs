using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Members;
using StaffPool.Application.Replacements;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Replacements;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>Who is in the pool and how far each has come, with the form that says so.</summary>
public sealed class PoolModel(
    ListPool list, RevisePoolStanding revise, ListTraining listTraining, PlanTraining plan, CancelTraining cancel, ListSites sites, TimeProvider clock) : GroupingPage
{
    /// <summary>Whose standing is to be changed.</summary>
    [BindProperty(Name = "personne", SupportsGet = true)]
    public Guid? PersonId { get; set; }

    [BindProperty]
    public StandingInput Input { get; set; } = new();

    [BindProperty]
    public TrainingInput Training { get; set; } = new();

    public IReadOnlyList<PoolMemberView> People { get; private set; } = [];

    /// <summary>Half-days of training to come: of everybody, or of whom is chosen.</summary>
    public IReadOnlyList<TrainingView> Trainings { get; private set; } = [];

    /// <summary>Where a training may be held.</summary>
    public IReadOnlyList<SiteView> Sites { get; private set; } = [];

    /// <summary>Null until somebody is chosen.</summary>
    public PoolMemberView? Person { get; private set; }

    public bool MayRevise => Grouping.Has([.. Work.RolesOf(typeof(RevisePoolStanding))]);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        People = await list.RunAsync(Grouping.Id, Nothing.More, stop);
        Person = MayRevise ? People.FirstOrDefault(p => p.ProfessionalId == PersonId) : null;
        Trainings = [.. (await listTraining.RunAsync(Grouping.Id, Nothing.More, stop)).Where(t => Person is null || t.ProfessionalId == PersonId)];
        Sites = Person is null ? [] : await sites.RunAsync(Grouping.Id, Nothing.More, stop);
        if (!IsRedrawn && Person is { } person)
        {
            Training.FirstDay = Training.LastDay = ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);
            (Input.Version, Input.Stage) = (person.Version, person.Standing.Stage);
            (Input.ContractFrom, Input.ContractUntil) = (person.Standing.ContractFrom, person.Standing.ContractUntil);
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await revise.RunAsync(
            Grouping.Id,
            new PoolStandingOf(PersonId ?? Guid.Empty, Input.Version, new PoolStanding(Input.Stage, Input.ContractFrom, Input.ContractUntil)),
            stop);
        Notice = ReplacementPageTexts.Of("pool.saved").ToString();
        return Redirect($"/g/{Grouping.Code}/pool");
    }

    public async Task<IActionResult> OnPostTrainingAsync(CancellationToken stop)
    {
        var planned = await plan.RunAsync(
            Grouping.Id,
            new Training(PersonId ?? Guid.Empty, Training.Title ?? "", Training.FirstDay, Training.LastDay, Training.Mornings, Training.Afternoons, Training.SiteId),
            stop);
        Notice = ReplacementPageTexts.Of("training.planned", planned.HalfDays).ToString();
        return Redirect($"/g/{Grouping.Code}/pool?personne={PersonId}");
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, int version, CancellationToken stop)
    {
        await cancel.RunAsync(Grouping.Id, new Removal(id, version), stop);
        Notice = ReplacementPageTexts.Of("training.cancelled").ToString();
        return Redirect($"/g/{Grouping.Code}/pool?personne={PersonId}");
    }

    public sealed class TrainingInput
    {
        public string? Title { get; set; }

        public DateOnly FirstDay { get; set; }

        public DateOnly LastDay { get; set; }

        public bool Mornings { get; set; } = true;

        public bool Afternoons { get; set; } = true;

        public Guid? SiteId { get; set; }
    }

    public sealed class StandingInput
    {
        public int Version { get; set; }

        public PoolStage Stage { get; set; }

        public DateOnly? ContractFrom { get; set; }

        public DateOnly? ContractUntil { get; set; }
    }
}
