using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Simulations;

internal static class SimulationReportTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Simulations.SimulationReportTexts", typeof(SimulationReportTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
