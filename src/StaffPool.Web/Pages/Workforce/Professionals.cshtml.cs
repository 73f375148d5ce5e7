using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Members;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;
using StaffPool.Domain.Workforce;

namespace StaffPool.Web.Pages.Workforce;

/// <summary>The shared professionals; the administrator changes all of them, an employer its own people.</summary>
public sealed class ProfessionalsModel(
    ListProfessionals list, AddProfessional add, ReviseProfessional revise, RemoveProfessional remove,
    ListProfessions professions, ListMembers members, ListSites sites) : GroupingPage
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Professional who is changed; null for a new one.</summary>
    [BindProperty(Name = "professionnel", SupportsGet = true)]
    public Guid? ChangedId { get; set; }

    [BindProperty]
    public ProfessionalInput Input { get; set; } = new();

    public StaffView Staff { get; private set; } = new([], []);

    public IReadOnlyList<ProfessionView> Professions { get; private set; } = [];

    /// <summary>Whom the user may hire for.</summary>
    public IReadOnlyList<MemberView> Employers { get; private set; } = [];

    public IReadOnlyList<SiteView> Sites { get; private set; } = [];

    public bool MayChange => Grouping.Has(Role.Administrator, Role.MemberRepresentative);

    public bool MayChangeOf(ProfessionalView professional) =>
        professional.Details is { } details && Employers.Any(e => e.Id == details.EmployerId);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Staff = await list.RunAsync(Grouping.Id, Nothing.More, stop);
        if (MayChange)
        {
            Professions = await professions.RunAsync(Grouping.Id, Nothing.More, stop);
            Sites = await sites.RunAsync(Grouping.Id, Nothing.More, stop);
            Employers = [.. (await members.RunAsync(Grouping.Id, Nothing.More, stop)).Where(m => m.IsEmployer && (Grouping.Has(Role.Administrator) || m.IsOwn))];
        }

        if (ChangedId is { } id && !IsRedrawn)
        {
            if (Staff.Professionals.FirstOrDefault(p => p.Id == id && MayChangeOf(p)) is not { } professional)
            {
                return NotFound();
            }

            Input = ProfessionalInput.Of(professional);
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!FrenchNumber.TryRead(Input.FullTimeEquivalent, out var share))
        {
            return await RefuseAsync(
                [new Violation("professional.unreadable", Severity.Blocking, WorkforcePageTexts.Of("unreadable", Input.FullTimeEquivalent), [], null)], stop);
        }

        var professional = Input.ToDescription(share);
        if (ChangedId is { } id)
        {
            await revise.RunAsync(Grouping.Id, new ProfessionalRevision(id, Input.Version, professional), stop);
        }
        else
        {
            await add.RunAsync(Grouping.Id, professional, stop);
        }

        Notice = WorkforcePageTexts.Of("saved", professional.Name.Trim()).ToString();
        return RedirectToPage(new { professionnel = (Guid?)null });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int version, CancellationToken stop)
    {
        await remove.RunAsync(Grouping.Id, new Removal(id, version), stop);
        Notice = WorkforcePageTexts.Of("removed").ToString();
        return RedirectToPage(new { professionnel = (Guid?)null });
    }

    public sealed class ProfessionalInput
    {
        public int Version { get; set; }

        public string? Name { get; set; }

        public Guid ProfessionId { get; set; }

        public Guid EmployerId { get; set; }

        public Guid BaseId { get; set; }

        /// <summary>As typed: a comma or a point.</summary>
        public string? FullTimeEquivalent { get; set; } = "1";

        public string? WorkingTime { get; set; }

        public EmploymentStatus Status { get; set; }

        public string? ReferentManager { get; set; }

        /// <summary>One a line.</summary>
        public string? Qualifications { get; set; }

        public int ReservedHalfDaysPerYear { get; set; }

        public bool ConsentsToNamedSitesOnly { get; set; }

        public string? ConsentNotRequiredBecause { get; set; }

        public static ProfessionalInput Of(ProfessionalView professional)
        {
            var details = professional.Details!;
            return new ProfessionalInput
            {
                Version = details.Version,
                Name = professional.Name,
                ProfessionId = professional.ProfessionId,
                EmployerId = details.EmployerId,
                BaseId = details.BaseId,
                FullTimeEquivalent = details.FullTimeEquivalent.ToString("0.####", French),
                WorkingTime = details.WorkingTime,
                Status = details.Status,
                ReferentManager = details.ReferentManager,
                Qualifications = string.Join('\n', details.Qualifications),
                ReservedHalfDaysPerYear = details.ReservedHalfDaysPerYear,
                ConsentsToNamedSitesOnly = details.ConsentsToNamedSitesOnly,
                ConsentNotRequiredBecause = details.ConsentNotRequiredBecause,
            };
        }

        public ProfessionalDescription ToDescription(decimal share) => new(
            Name ?? "", ProfessionId, EmployerId, BaseId, share, WorkingTime, Status, ReferentManager,
            (Qualifications ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ReservedHalfDaysPerYear, ConsentsToNamedSitesOnly, ConsentNotRequiredBecause);
    }
}
