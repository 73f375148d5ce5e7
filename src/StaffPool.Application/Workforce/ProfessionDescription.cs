using StaffPool.Application.UseCases;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Workforce;

/// <param name="Name">Unlike that of every other profession.</param>
/// <param name="Service">Service of the grouping that some rules spare, or null.</param>
public sealed record ProfessionDescription(string Name, string? Service)
{
    /// <param name="isTaken">Whether another profession has a name.</param>
    internal IEnumerable<Violation> Assess(Func<string, bool> isTaken)
    {
        foreach (var problem in TextField.Assess("name", Name).Concat(TextField.Assess("service", Service, isRequired: false)))
        {
            yield return problem;
        }

        if (TextField.Kept(Name) is { } name && isTaken(name))
        {
            yield return WorkforceTexts.Blocking("profession.name-taken", name);
        }
    }

    internal void WriteTo(ProfessionRow row) => (row.Name, row.Service) = (Name.Trim(), TextField.Kept(Service));
}
