using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Web.Hosting;

namespace StaffPool.Web.Access;

/// <summary>How people sign in, and stay so.</summary>
internal static class SignInServices
{
    /// <summary>Name of the rate limit of pages that try a secret.</summary>
    public const string Limit = "sign-in";

    // A whole establishment may come from one address.
    private const int MostTriesPerMinute = 60;

    public static void AddSignIn(this IServiceCollection services, WebServiceOptions options)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<WebUser>();
        services.AddScoped<ICurrentUser>(provider => provider.GetRequiredService<WebUser>());
        services.AddScoped(provider => provider.GetRequiredService<ServiceDatabase>().NewContext());
        services.AddScoped<SignIn>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<ExternalSignIn>();
        services.AddScoped<InvitationDesk>();
        services.AddSingleton<ServiceMail>();
        services.AddSingleton<IMail>(provider => provider.GetRequiredService<ServiceMail>());
        services.AddSingleton<LaterMail>();
        services.AddHostedService(provider => provider.GetRequiredService<LaterMail>());
        services.AddSingleton<PasswordReset>();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = TimeSpan.FromHours(1));
        if (options.OpenId is { } openId)
        {
            services.AddSingleton(new OpenIdClient(openId));
        }

        services.AddIdentityCore<User>(SetIdentity).AddUserStore<UserStore>().AddDefaultTokenProviders();
        services.AddKeys(options.Database);
        services.AddAuthentication(SignIn.Scheme).AddCookie(SignIn.Scheme, cookie => SetCookie(cookie, options))
            .AddCookie(SignIn.HalfwayScheme, cookie => SetHalfwayCookie(cookie, options));
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(Limit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = MostTriesPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("reads"));
        });
    }

    private static void SetIdentity(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        // Any address of mail.
        identity.User.AllowedUserNameCharacters = null!;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        // The rules are those of PasswordRules alone.
        identity.Password = new PasswordOptions
        {
            RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
        };
    }

    private static void SetCookie(CookieAuthenticationOptions cookie, WebServiceOptions options)
    {
        Harden(cookie, "staffpool", options);
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/connexion";
        cookie.AccessDeniedPath = "/erreur/403";
        cookie.ReturnUrlParameter = "retour";
        cookie.Events.OnValidatePrincipal = CheckSessionAsync;
    }

    private static void SetHalfwayCookie(CookieAuthenticationOptions cookie, WebServiceOptions options)
    {
        Harden(cookie, "staffpool.halfway", options);
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        cookie.SlidingExpiration = false;
    }

    private static void Harden(CookieAuthenticationOptions cookie, string name, WebServiceOptions options)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = options.PublicAddress?.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    // The cookie says who and which session; only the database says whether that still holds.
    private static async Task CheckSessionAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (Guid.TryParse(context.Principal?.FindFirstValue(SignIn.SessionClaim), out var session)
            && await services.GetRequiredService<UserSessions>().SeeAsync(session, context.HttpContext.RequestAborted) is { } user)
        {
            services.GetRequiredService<WebUser>().SignedIn = user;
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SignIn.Scheme);
    }

    private static void AddKeys(this IServiceCollection services, ServiceDatabase database)
    {
        services.AddDataProtection().SetApplicationName("StaffPool");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new ServiceKeys(database));
    }

    /// <summary>Takes out the service that reads the keys at once, before their table is there. Whatever uses them adds it again: so, last.</summary>
    public static void ReadKeysWhenNeeded(this IServiceCollection services)
    {
        foreach (var early in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "DataProtectionHostedService").ToList())
        {
            services.Remove(early);
        }
    }
}
