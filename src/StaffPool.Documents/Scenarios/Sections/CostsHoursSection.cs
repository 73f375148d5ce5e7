using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Analysis;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Credits in hours that funders grant, for what is ordered of one cost centre.</summary>
internal static class CostsHoursSection
{
    public static readonly string[] Keys = ["centre", "granted", Provenance.Source, Provenance.Synthetic];

    /// <param name="section">The list, or null.</param>
    /// <param name="centres">Cost centres of the file.</param>
    /// <param name="period">The exercise; null where it or a key could not be read, which is told already.</param>
    /// <param name="context">The members, and the problems found.</param>
    public static List<GrantedHours> Read(Node? section, Registry<CostCentre> centres, Period? period, ScenarioContext context)
    {
        var envelopes = new List<GrantedHours>();
        foreach (var fields in context.Entries(section, "hours-envelopes", Keys))
        {
            var centre = fields.RequiredReference("centre", centres);
            var granted = MemberValues.RequiredNumbers(fields, "granted", context);
            Provenance.Check(fields, context);
            if (centre is not null && period is not null && centre.ServicesIn(period).Count == 0)
            {
                context.Problems.Add(fields.PositionOf("centre"), "costs.envelope-without-catalogue", centre.Name);
            }
            else if (centre is not null)
            {
                envelopes.Add(new GrantedHours(centre.Id, granted));
            }
        }

        return envelopes;
    }
}
