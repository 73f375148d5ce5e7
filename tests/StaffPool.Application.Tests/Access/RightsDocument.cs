using System.Globalization;
using System.Reflection;
using System.Text;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Testing;

namespace StaffPool.Application.Tests.Access;

/// <summary>docs/droits.md: written from the code, read by the tests that try it.</summary>
internal static class RightsDocument
{
    private const string Yes = "oui";
    private const string No = "—";

    private static readonly OrderedDictionary<string, string> Modules = new(StringComparer.Ordinal)
    {
        ["Members"] = "Groupement, membres et sites",
        ["Access"] = "Utilisateurs",
        ["Governance"] = "Convention, parts, voix et assemblées",
        ["Workforce"] = "Professionnels",
        ["Needs"] = "Campagnes et besoins",
        ["Planning"] = "Plans",
        ["Timetables"] = "Emplois du temps",
        ["Runs"] = "Calculs",
        ["Costs"] = "Coûts et appels de contribution",
        ["Replacements"] = "Absences",
        ["Rosters"] = "Nuits et astreintes",
        ["Scenarios"] = "Fichiers de scénario",
        ["Interchange"] = "Import et export",
        ["Webhooks"] = "Abonnements des applications",
        ["Audit"] = "Journal",
    };

    private static readonly Dictionary<Role, string> Roles = new()
    {
        [Role.Administrator] = "Administrateur",
        [Role.MemberRepresentative] = "Représentant d’un membre",
        [Role.Coordinator] = "Coordinateur",
        [Role.Professional] = "Professionnel",
        [Role.Payroll] = "Paie de l’employeur",
        [Role.Auditor] = "Auditeur",
        [Role.Funder] = "Financeur",
    };

    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "docs", "droits.md");

    /// <summary>As the code has it.</summary>
    public static string Written()
    {
        var text = new StringBuilder(
            """
            # Droits

            Qui peut faire quoi dans un groupement. Un utilisateur reçoit ses rôles groupement par groupement ; sans rôle dans un
            groupement, il n’en voit rien, pas même l’existence. L’opérateur du service (terminal, tâches) peut tout, sauf connaître
            le motif d’une absence, qui ne quitte pas l’employeur. L’auditeur lit et ne change rien ; le financeur lit des sommes.

            Ce tableau est écrit d’après le code (`[Permits]` et `[Limits]` des cas d’usage) : un test échoue quand les deux diffèrent,
            et un autre essaie chaque case, dans le bon groupement et dans un autre. `STAFFPOOL_UPDATE_SNAPSHOTS=1` le récrit.

            """);
        foreach (var module in UseCaseCatalogue.All.GroupBy(ModuleOf).OrderBy(m => Modules.IndexOf(m.Key)))
        {
            Write(text, Modules[module.Key], [.. module]);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>As the document says it: each use case with the roles that may.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Role>> Read() => File.ReadAllLines(Path)
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(
            cells => cells[1].Split('`')[1],
            IReadOnlyList<Role> (cells) => [.. Enum.GetValues<Role>().Where((_, i) => cells[i + 2].StartsWith(Yes, StringComparison.Ordinal))],
            StringComparer.Ordinal);

    private static void Write(StringBuilder text, string module, IReadOnlyList<Type> useCases)
    {
        var roles = Enum.GetValues<Role>();
        var notes = useCases.SelectMany(Limits).Select(l => l.Key).Distinct(StringComparer.Ordinal).ToList();
        text.Append(CultureInfo.InvariantCulture, $"\n## {module}\n\n")
            .Append(CultureInfo.InvariantCulture, $"| Cas d’usage | {string.Join(" | ", roles.Select(r => Roles[r]))} |\n")
            .Append(CultureInfo.InvariantCulture, $"|---|{string.Concat(roles.Select(_ => "---|"))}\n");
        foreach (var useCase in useCases)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {UseCaseTexts.TitleOf(useCase.Name)} `{useCase.Name}` |")
                .AppendJoin("", roles.Select(r => $" {Cell(useCase, r, notes)} |"))
                .Append('\n');
        }

        foreach (var (i, note) in notes.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "\n" : "")}{i + 1}. {UseCaseTexts.Of($"limit.{note}")}\n");
        }
    }

    private static string Cell(Type useCase, Role role, List<string> notes)
    {
        if (!Work.RolesOf(useCase).Contains(role))
        {
            return No;
        }

        var numbers = Limits(useCase).Where(l => l.Roles.Contains(role)).Select(l => notes.IndexOf(l.Key) + 1).ToList();
        return numbers.Count == 0 ? Yes : $"{Yes} ({string.Join(", ", numbers)})";
    }

    private static IEnumerable<LimitsAttribute> Limits(Type useCase) => useCase.GetCustomAttributes<LimitsAttribute>();

    private static string ModuleOf(Type useCase) => useCase.Namespace!.Split('.')[^1];
}
