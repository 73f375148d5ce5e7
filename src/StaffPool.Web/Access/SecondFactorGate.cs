using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;

namespace StaffPool.Web.Access;

/// <summary>A user of a grouping that asks for a second factor sees nothing else before they have one.</summary>
internal static class SecondFactorGate
{
    private const string Enrolment = "/compte/second-facteur";

    private static readonly string[] Open = [Enrolment, "/deconnexion", "/erreur"];

    public static void UseSecondFactorWhereRequired(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.FindFirstValue(SignIn.FactorsClaim) == "1"
            && !Open.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))
            && (await context.RequestServices.GetRequiredService<MyGroupings>().ListAsync(context.RequestAborted)).Any(g => g.RequiresSecondFactor))
        {
            context.Response.Redirect(Enrolment);
            return;
        }

        await next(context);
    });
}
