using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Rules;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>A section with tables of rates and the lines that they apply to.</summary>
internal static class CostsTables
{
    /// <summary>The tables in force by date; those that StaffPool knows where the section has none of its own.</summary>
    /// <param name="fields">Map with <c>tables</c>.</param>
    /// <param name="keys">Keys of a table.</param>
    /// <param name="known">Tables that StaffPool knows.</param>
    /// <param name="read">Reads one, dated.</param>
    /// <param name="context">What the file declares.</param>
    public static IReadOnlyList<T> Read<T>(
        Fields fields, string[] keys, IReadOnlyList<T> known, Func<Fields, DateOnly, T?> read, ScenarioContext context)
        where T : class, IDated
    {
        if (!fields.Has("tables"))
        {
            return known;
        }

        var tables = new List<T>();
        foreach (var table in context.Entries(fields.Node("tables"), "tables", keys))
        {
            var from = table.RequiredDate("from");
            if (read(table, from ?? DateOnly.MinValue) is { } value)
            {
                tables.Add(value);
            }
        }

        return tables;
    }

    /// <summary>The table of a line; a problem where none is in force on its day.</summary>
    public static T? InForce<T>(Fields line, IReadOnlyList<T> tables, bool areWhole)
        where T : class, IDated
    {
        if (line.RequiredDate("date") is not { } day)
        {
            return null;
        }

        var table = tables.InForce(day);
        if (table is null && areWhole)
        {
            line.Problems.Add(line.PositionOf("date"), "costs.no-table", day);
        }

        return table;
    }
}
