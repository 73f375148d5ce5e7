using System.Resources;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Simulations;

internal static class SimulationTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Simulations.SimulationTexts", typeof(SimulationTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    /// <summary>Who serves which site, and how much.</summary>
    public static Text Of(Assignment assignment) =>
        Of("simulations.step.assignment", assignment.Professional.Name, assignment.Site.Name, assignment.HalfDays);
}
