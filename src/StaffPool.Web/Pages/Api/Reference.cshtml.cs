using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Web.Api;

namespace StaffPool.Web.Pages.Api;

/// <summary>The addresses of the API, for a person; the document itself is for programs.</summary>
[AllowAnonymous]
public sealed class ReferenceModel : PageModel
{
    public IReadOnlyList<IGrouping<string, ReferenceLine>> Modules { get; } =
    [
        .. ApiRoutes.All
            .OrderBy(e => e.Module, StringComparer.Ordinal).ThenBy(e => e.Path, StringComparer.Ordinal).ThenBy(e => e.Verb, StringComparer.Ordinal)
            .Select(LineOf).GroupBy(l => l.Module),
    ];

    private static ReferenceLine LineOf(ApiEndpoint endpoint) => new(
        endpoint.Module,
        endpoint.Verb,
        endpoint.Path,
        UseCaseTexts.TitleOf(endpoint.UseCase.Name) + (endpoint.IsStream ? ApiTexts.Of("document.stream").ToString() : ""),
        string.Join(", ", Work.RolesOf(endpoint.UseCase).Select(r => AccessTexts.RoleName(r))),
        endpoint.Request.NeedsVersion,
        string.Join(", ", endpoint.Request.Parts.Where(p => p.Source == PartSource.Query).Select(p => p.Name)),
        endpoint.Request.WholeBody is { } whole ? whole.Type.Name : string.Join(", ", endpoint.Request.Body.Select(p => p.Name)));
}

/// <summary>One address, in words.</summary>
public sealed record ReferenceLine(string Module, string Verb, string Path, string Title, string Roles, bool NeedsVersion, string Query, string Body);
