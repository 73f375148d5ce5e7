using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Rules;
using StaffPool.Web.Access;

namespace StaffPool.Web.Pages.Access;

/// <summary>Who may do what in the grouping.</summary>
public sealed class UsersModel(
    ListUsers list, InviteUser invite, CancelInvitation cancel, RevokeGrant revoke, RequireSecondFactor require, ServiceMail mail) : GroupingPage
{
    public UsersView View { get; private set; } = null!;

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public Role Role { get; set; } = Role.MemberRepresentative;

    [BindProperty]
    public Guid? MemberId { get; set; }

    [BindProperty]
    public Guid? ProfessionalId { get; set; }

    /// <summary>Link of the invitation just made, where no mail was sent: it is shown this once.</summary>
    public Uri? Link { get; private set; }

    public bool HasMailServer => mail.HasServer;

    public string MailFolder => mail.Folder;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        View = await list.RunAsync(Grouping.Id, Nothing.More, stop);
        return null;
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken stop)
    {
        var sent = await invite.RunAsync(Grouping.Id, new NewInvitation(Email, Name, Role, MemberId, ProfessionalId), stop);
        if (sent.Link is null)
        {
            return Done("users.sent", sent.Email);
        }

        // Not redirected: the link is nowhere but here.
        Link = sent.Link;
        ModelState.Clear();
        (Name, Email) = ("", "");
        await LoadAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken stop)
    {
        await cancel.RunAsync(Grouping.Id, id, stop);
        return Done("users.cancelled");
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken stop)
    {
        await revoke.RunAsync(Grouping.Id, id, stop);
        return Done("users.revoked");
    }

    public async Task<IActionResult> OnPostFactorAsync(bool isRequired, CancellationToken stop)
    {
        await require.RunAsync(Grouping.Id, new SecondFactorPolicy(isRequired), stop);
        return Done(isRequired ? "users.factor.on" : "users.factor.off");
    }

    public override string? FieldOf(Violation reason) => reason.Code switch
    {
        "invitation.email" or "invitation.has-role" => nameof(Email),
        "invitation.name" => nameof(Name),
        "invitation.role" => nameof(Role),
        "invitation.member" => nameof(MemberId),
        "invitation.professional" => nameof(ProfessionalId),
        _ => null,
    };

    private RedirectResult Done(string key, params object?[] arguments)
    {
        Notice = AccessPageTexts.Of(key, arguments).ToString();
        return Redirect($"/g/{Grouping.Code}/utilisateurs");
    }
}
