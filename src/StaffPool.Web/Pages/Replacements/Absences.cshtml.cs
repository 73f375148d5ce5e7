using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Replacements;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>Who is away, and since when until when. Why is the employer's alone, and asked for one absence at a time.</summary>
public sealed class AbsencesModel(
    ListAbsences list, RecordAbsence record, RemoveAbsence remove, ReadAbsenceCause cause, ListProfessionals staff, TimeProvider clock) : GroupingPage
{
    private const int MonthsAhead = 6;

    [BindProperty(Name = "du", SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(Name = "au", SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>Absence whose cause is asked for.</summary>
    [BindProperty(Name = "cause", SupportsGet = true)]
    public Guid? AskedId { get; set; }

    [BindProperty]
    public AbsenceInput Input { get; set; } = new();

    public IReadOnlyList<AbsenceView> Absences { get; private set; } = [];

    /// <summary>Who the user may record an absence of.</summary>
    public IReadOnlyList<ProfessionalView> People { get; private set; } = [];

    public AbsenceReason? Reason { get; private set; }

    public bool MayRecord => Grouping.Has(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Payroll, Role.Professional);

    public bool MaySeeEffect => Grouping.Has(Role.Administrator, Role.Coordinator);

    /// <summary>Whether the user may know causes at all: an employer's own people, or the person.</summary>
    public bool MayTellCause => Grouping.Has(Role.MemberRepresentative, Role.Payroll, Role.Professional);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        var today = ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);
        From ??= today;
        To ??= From.Value.AddMonths(MonthsAhead);
        Absences = await list.RunAsync(Grouping.Id, new AbsencesBetween(From.Value, To.Value), stop);
        People = MayRecord ? (await staff.RunAsync(Grouping.Id, Nothing.More, stop)).Professionals : [];
        if (!Grouping.Has(Role.Administrator, Role.Coordinator))
        {
            People = [.. People.Where(p => p.Details is not null)];
        }

        Reason = AskedId is { } asked ? await cause.RunAsync(Grouping.Id, new AbsenceAsked(asked), stop) : null;
        if (!IsRedrawn)
        {
            (Input.FirstDay, Input.LastDay) = (today, today);
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await record.RunAsync(
            Grouping.Id,
            new Absence(
                Input.ProfessionalId,
                new AbsenceSpan(Input.FirstDay, Input.FirstPart, Input.LastDay, Input.LastPart, Input.IsEndExpected),
                Input.Cause is { } why ? new AbsenceReason(why, Input.Note) : null),
            stop);
        Notice = AbsencePageTexts.Of("recorded").ToString();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int version, CancellationToken stop)
    {
        await remove.RunAsync(Grouping.Id, new Removal(id, version), stop);
        Notice = AbsencePageTexts.Of("removed").ToString();
        return RedirectToPage();
    }

    public sealed class AbsenceInput
    {
        public Guid ProfessionalId { get; set; }

        public DateOnly FirstDay { get; set; }

        public DayPart FirstPart { get; set; } = DayPart.Morning;

        public DateOnly LastDay { get; set; }

        public DayPart LastPart { get; set; } = DayPart.Afternoon;

        public bool IsEndExpected { get; set; }

        public AbsenceCause? Cause { get; set; }

        public string? Note { get; set; }
    }
}
