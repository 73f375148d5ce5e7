using StaffPool.Application.UseCases;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Workforce;

/// <param name="Name">Unlike that of every other profession.</param>
/// <param name="Service">Service of the grouping that some rules spare, or null.</param>
public sealed record ProfessionDescription(string Name, string? Service)
{
    /// <param name="others">The other professions.</param>
    internal IEnumerable<Violation> Assess(IEnumerable<ProfessionRow> others)
    {
        foreach (var problem in TextField.Assess("name", Name).Concat(TextField.Assess("service", Service, isRequired: false)))
        {
            yield return problem;
        }

        if (TextField.Kept(Name) is { } name && others.Any(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            yield return WorkforceTexts.Blocking("profession.name-taken", name);
        }
    }

    internal void WriteTo(ProfessionRow row) => (row.Name, row.Service) = (Name.Trim(), TextField.Kept(Service));
}
