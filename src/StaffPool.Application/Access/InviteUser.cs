using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Access;

/// <summary>Offers a role to a person, at their e-mail address. The role is theirs once they accept.</summary>
[Permits(Role.Administrator)]
public sealed class InviteUser(Work work, IMail mail, IServiceAddress address) : IUseCase<NewInvitation, InvitationSent>
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    private const int LongestEmail = 254;
    private const int LongestName = 200;

    /// <returns>How it was sent: committed first, so that no mail leads to an invitation that is not there.</returns>
    public async Task<InvitationSent> RunAsync(Guid groupingId, NewInvitation request, CancellationToken stop)
    {
        var secret = OneTimeToken.New();
        var trimmed = request with { Email = request.Email.Trim(), Name = request.Name.Trim() };
        var invited = await work.WriteAsync(this, groupingId, scope => AddAsync(scope, trimmed, secret.Hash, stop), stop);
        var link = address.Of($"/invitation/{groupingId}/{secret.Token}");
        var isSent = await IsSentAsync(
            new Letter(
                trimmed.Email,
                trimmed.Name,
                AccessTexts.Of("invitation.subject", invited.Grouping).ToString(),
                AccessTexts.Of(
                    "invitation.body", trimmed.Name, invited.By, invited.Grouping, AccessTexts.RoleName(trimmed.Role), link,
                    ParisTime.Of(invited.ExpiresAt)).ToString()),
            stop);
        return new InvitationSent(trimmed.Email, isSent ? null : link);
    }

    // A server that does not take it is as none: the administrator hands the link over.
    private async Task<bool> IsSentAsync(Letter letter, CancellationToken stop)
    {
        try
        {
            return await mail.SendAsync(letter, stop);
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    private static async Task<Invited> AddAsync(WorkScope scope, NewInvitation request, string hash, CancellationToken stop)
    {
        var problems = new List<Violation>();
        if (!MailAddress.TryCreate(request.Email, out var parsed) || parsed.Address != request.Email || request.Email.Length > LongestEmail)
        {
            problems.Add(AccessTexts.Blocking("invitation.email", request.Email));
        }

        if (request.Name.Length is 0 or > LongestName || request.Name.Any(char.IsControl))
        {
            problems.Add(AccessTexts.Blocking("invitation.name", LongestName));
        }

        if (!Enum.IsDefined(request.Role))
        {
            problems.Add(AccessTexts.Blocking("invitation.role"));
        }

        var needsMember = request.Role is Role.MemberRepresentative or Role.Payroll;
        var (memberId, professionalId) = (needsMember ? request.MemberId : null, request.Role == Role.Professional ? request.ProfessionalId : null);
        if (needsMember && !await scope.Db.Members.AnyAsync(m => m.Id == memberId, stop))
        {
            problems.Add(AccessTexts.Blocking("invitation.member", AccessTexts.RoleName(request.Role)));
        }

        if (request.Role == Role.Professional && !await scope.Db.Professionals.AnyAsync(p => p.Id == professionalId, stop))
        {
            problems.Add(AccessTexts.Blocking("invitation.professional"));
        }

        RefusedException.IfAny(problems);

        await RefuseTwiceAsync(scope, request, memberId, professionalId, stop);
        var invitation = new InvitationRow
        {
            Email = request.Email,
            DisplayName = request.Name,
            Role = request.Role,
            MemberId = memberId,
            ProfessionalId = professionalId,
            TokenHash = hash,
            ExpiresAt = scope.Now + Validity,
            InvitedBy = scope.Caller.Name,
        };
        scope.Db.Invitations.Add(invitation);
        scope.Subject = invitation.Id;
        return new Invited(await scope.Db.Groupings.Select(g => g.Name).SingleAsync(stop), scope.Caller.Name, invitation.ExpiresAt);
    }

    // A new link for the same role replaces the former one: whoever lost the mail is invited again.
    private static async Task RefuseTwiceAsync(WorkScope scope, NewInvitation request, Guid? memberId, Guid? professionalId, CancellationToken stop)
    {
        var key = UserAccounts.Normalized(request.Email);
        if (await scope.Db.Grants.AnyAsync(
            g => g.User!.NormalizedEmail == key && g.Role == request.Role && g.MemberId == memberId && g.ProfessionalId == professionalId, stop))
        {
            throw RefusedException.Of(Refusal.Taken, AccessTexts.Of("invitation.has-role", request.Email, AccessTexts.RoleName(request.Role)));
        }

        var former = await scope.Db.Invitations
            .Where(i => i.AcceptedAt == null && i.Role == request.Role && i.MemberId == memberId && i.ProfessionalId == professionalId)
            .ToListAsync(stop);
        scope.Db.Invitations.RemoveRange(former.Where(i => UserAccounts.Normalized(i.Email) == key));
    }

    private sealed record Invited(string Grouping, string By, DateTime ExpiresAt);
}

/// <param name="Email">Where to send it.</param>
/// <param name="Name">Of the person, as others will see it.</param>
/// <param name="Role">The role offered.</param>
/// <param name="MemberId">Member acted for, where the role is a representative's or a payroll clerk's.</param>
/// <param name="ProfessionalId">Who they are, where the role is a professional's.</param>
public sealed record NewInvitation(string Email, string Name, Role Role, Guid? MemberId, Guid? ProfessionalId);

/// <param name="Email">Where it was sent.</param>
/// <param name="Link">To be handed over by other means, where no mail was sent; else null.</param>
public sealed record InvitationSent(string Email, Uri? Link);
