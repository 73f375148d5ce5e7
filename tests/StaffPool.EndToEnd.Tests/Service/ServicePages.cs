using System.Reflection;
using Microsoft.AspNetCore.Razor.Hosting;
using StaffPool.Web.Hosting;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>Every page of the service: the one place to add one.</summary>
internal static class ServicePages
{
    private static readonly Assembly Web = typeof(WebService).Assembly;

    /// <summary>Pages that anyone may open.</summary>
    public static readonly string[] Public =
    [
        "/connexion", "/connexion/second-facteur", "/connexion/externe", "/connexion/retour", "/deconnexion", "/mot-de-passe-oublie",
        "/mot-de-passe/{userId:guid}/{token}", "/lien/{token}", "/invitation/{groupingId:guid}/{token}", "/erreur/{status:int}",
        "/api", "/proposition/{groupingId:guid}/{token}",
    ];

    /// <summary>Pages of whoever is signed in.</summary>
    public static readonly string[] Own = ["/", "/compte", "/compte/second-facteur"];

    /// <summary>Ends of the addresses that are closed to whoever is no professional of the grouping.</summary>
    public static readonly string[] OfProfessional = ["/mes-demi-journees", "/mes-remplacements"];

    public static readonly string[] OfGrouping =
    [
        "/g/{code}", "/g/{code}/besoins", "/g/{code}/campagne", "/g/{code}/besoins-et-effectifs", "/g/{code}/plan", "/g/{code}/plan/{id:guid}",
        "/g/{code}/plan/comparer", "/g/{code}/calculs", "/g/{code}/calculs/{id:guid}", "/g/{code}/parts-et-voix", "/g/{code}/assemblees",
        "/g/{code}/assemblees/{id:guid}", "/g/{code}/couts", "/g/{code}/absences", "/g/{code}/adherents", "/g/{code}/sites", "/g/{code}/professionnels",
        "/g/{code}/professions", "/g/{code}/astreintes",
        "/g/{code}/astreintes/{id:guid}", "/g/{code}/astreintes/tableau/{id:guid}",
        "/g/{code}/echanges", "/g/{code}/echanges/{id:guid}", "/g/{code}/journal", "/g/{code}/utilisateurs",
        "/g/{code}/applications", "/g/{code}/besoins-du-pool", "/g/{code}/couvrir", "/g/{code}/emplois-du-temps", "/g/{code}/emplois-du-temps/{id:guid}",
        "/g/{code}/emplois-du-temps/{id:guid}/mois",
        "/g/{code}/mes-demi-journees", "/g/{code}/mes-remplacements", "/g/{code}/missions", "/g/{code}/missions/{id:guid}", "/g/{code}/permutations", "/g/{code}/pool", "/g/{code}/propositions",
        "/g/{code}/remplacer",
    ];

    /// <summary>Templates of the pages that were compiled.</summary>
    public static IReadOnlyList<string> Compiled =>
        [.. Web.GetCustomAttributes<RazorCompiledItemAttribute>().SelectMany(i => i.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>())
            .Where(m => m.Key == "RouteTemplate").Select(m => m.Value)];

    /// <summary>What a grouping's pages can be told to do: path after the grouping, with the name of the handler.</summary>
    /// <param name="pages">Addresses of its pages, from <see cref="AddressesAsync"/>.</param>
    public static IEnumerable<string> Posts(IReadOnlyDictionary<string, string> pages) =>
        from item in Web.GetCustomAttributes<RazorCompiledItemAttribute>()
        let template = item.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>().FirstOrDefault(m => m.Key == "RouteTemplate")?.Value
        where template is not null && pages.ContainsKey(template)
        let model = item.Type.GetProperty("Model")!.PropertyType
        from method in model.GetMethods().Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal))
        let handler = method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal)
        let address = pages[template]
        select handler.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";

    public static string AddressOfPublic(string template) => template
        .Replace("{userId:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{groupingId:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
        .Replace("{token}", "usage", StringComparison.Ordinal).Replace("{status:int}", "404", StringComparison.Ordinal);

    /// <summary>Addresses of the pages of a grouping, with what is in it, by template.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AddressesAsync(Visitor administrator, string code)
    {
        var plan = (await administrator.GetAsync($"/g/{code}/plan")).Link($"/g/{code}/plan/") ?? Missing(code, "plan");
        var planId = plan.Split('/')[^1];
        var run = (await administrator.GetAsync($"/g/{code}/calculs")).Link($"/g/{code}/calculs/") ?? Missing(code, "calculs");
        var assembly = (await administrator.GetAsync($"/g/{code}/assemblees")).Link($"/g/{code}/assemblees/") ?? Missing(code, "assemblees");
        return OfGrouping.ToDictionary(t => t, t => t switch
        {
            "/g/{code}/plan/{id:guid}" => plan,
            "/g/{code}/plan/comparer" => $"/g/{code}/plan/comparer?avant={planId}&apres={planId}",
            "/g/{code}/calculs/{id:guid}" => run,
            "/g/{code}/assemblees/{id:guid}" => assembly,
            "/g/{code}/astreintes/{id:guid}" => Missing(code, "astreintes"),
            "/g/{code}/astreintes/tableau/{id:guid}" => Missing(code, "astreintes/tableau"),
            "/g/{code}/echanges/{id:guid}" => Missing(code, "echanges"),
            "/g/{code}/emplois-du-temps/{id:guid}" => Missing(code, "emplois-du-temps"),
            "/g/{code}/emplois-du-temps/{id:guid}/mois" => Missing(code, "emplois-du-temps") + "/mois",
            "/g/{code}/missions/{id:guid}" => Missing(code, "missions"),
            _ => t.Replace("{code}", code, StringComparison.Ordinal),
        });
    }

    // A grouping may have none: a page that is not there must be as closed as one that is.
    private static string Missing(string code, string page) => $"/g/{code}/{page}/{Guid.Empty}";
}
