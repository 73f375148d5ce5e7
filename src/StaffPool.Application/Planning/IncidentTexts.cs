using System.Globalization;
using System.Resources;
using StaffPool.Domain.Texts;
using StaffPool.Solver.Planning;

namespace StaffPool.Application.Planning;

/// <summary>Incidents of a run as sentences, for the terminal, the files and the pages alike.</summary>
public static class IncidentTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Planning.IncidentTexts", typeof(IncidentTexts).Assembly);

    public static string Sentence(Incident incident, CultureInfo culture) =>
        new Text(Source, $"incident.{incident.Kind}", [incident.Engine]).In(culture);
}
