using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Access;
using StaffPool.Data.Access;

namespace StaffPool.Web.Access;

/// <summary>Opens and closes the session of this browser.</summary>
public sealed class SignIn(IHttpContextAccessor accessor, UserManager<User> users, UserSessions sessions, WebUser user)
{
    /// <summary>Cookie of a session.</summary>
    public const string Scheme = "staffpool";

    /// <summary>Cookie of somebody who has proved a first factor and not yet the second: good for ten minutes and nothing else.</summary>
    public const string HalfwayScheme = "staffpool.halfway";

    public const string SessionClaim = "session";
    public const string FactorsClaim = "factors";

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>Goes on with somebody who has proved to be themselves: to the second factor if they have one, else into the service.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="back">Where they were going.</param>
    /// <param name="isStrong">Whether the proof was two factors already.</param>
    public async Task<IActionResult> BeginAsync(Guid userId, string? back, bool isStrong = false)
    {
        var owner = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("The user is gone.");
        if (owner.TwoFactorEnabled && !isStrong)
        {
            await Context.SignInAsync(HalfwayScheme, Principal(HalfwayScheme, new Claim(ClaimTypes.NameIdentifier, userId.ToString())));
            return new RedirectResult("/connexion/second-facteur" + QueryString.Create("retour", Local(back)));
        }

        await OpenAsync(userId, isStrong);
        return new RedirectResult(Local(back));
    }

    /// <summary>Who has proved the first factor and is asked for the second.</summary>
    public async Task<User?> HalfwayAsync()
    {
        var ticket = await Context.AuthenticateAsync(HalfwayScheme);
        return ticket.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? await users.FindByIdAsync(id) : null;
    }

    /// <summary>Ends what <see cref="BeginAsync"/> began, once the second factor is proved.</summary>
    public async Task<IActionResult> FinishAsync(Guid userId, string? back)
    {
        await Context.SignOutAsync(HalfwayScheme);
        await OpenAsync(userId, withSecondFactor: true);
        return new RedirectResult(Local(back));
    }

    /// <summary>Says in the cookie of this session that its user has now proved a second factor.</summary>
    public Task RaiseAsync() => IssueAsync(user.SignedIn!.Id, user.SignedIn.SessionId, withSecondFactor: true);

    public async Task CloseAsync()
    {
        if (user.SignedIn is { } me)
        {
            await sessions.EndAsync(me.Id, me.SessionId, Context.RequestAborted);
        }

        await Context.SignOutAsync(Scheme);
    }

    /// <summary>An address of ours, or the start: nobody is sent elsewhere by a link to our sign-in.</summary>
    private static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";

    private async Task OpenAsync(Guid userId, bool withSecondFactor)
    {
        var session = await sessions.StartAsync(userId, Context.Request.Headers.UserAgent.ToString(), Context.RequestAborted);
        await IssueAsync(userId, session, withSecondFactor);
    }

    private Task IssueAsync(Guid userId, Guid session, bool withSecondFactor) => Context.SignInAsync(Scheme, Principal(
        Scheme,
        new Claim(ClaimTypes.NameIdentifier, userId.ToString()),
        new Claim(SessionClaim, session.ToString()),
        new Claim(FactorsClaim, withSecondFactor ? "2" : "1")));

    private static ClaimsPrincipal Principal(string scheme, params Claim[] claims) => new(new ClaimsIdentity(claims, scheme));
}
