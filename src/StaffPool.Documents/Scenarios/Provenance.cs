using StaffPool.Documents.Scenarios.Yaml;

namespace StaffPool.Documents.Scenarios;

/// <summary>
/// Where an entry comes from: <c>source</c> for what a document states, <c>synthetic: true</c> for what is invented,
/// or <c>source</c> with <c>synthetic: [keys]</c> for an entry of the source with some invented keys.
/// </summary>
internal static class Provenance
{
    public const string Source = "source";
    public const string Synthetic = "synthetic";

    /// <summary>Checks the two keys of an entry, and notes whether anything is invented.</summary>
    public static void Check(Fields fields, ScenarioContext context)
    {
        var sourced = fields.Text(Source) is not null || fields.Has(Source);
        switch (fields.Node(Synthetic))
        {
            case ListNode:
                CheckKeys(fields, context, sourced);
                break;
            case { }:
                CheckFlag(fields, context, sourced);
                break;
            case null when !sourced && !context.SyntheticByDefault:
                context.Problems.Add(fields.Position, "provenance.missing");
                break;
            case null:
                context.HasSyntheticValues |= !sourced;
                break;
        }
    }

    /// <summary>The same inside a query.</summary>
    /// <returns>Whether the entry says it itself.</returns>
    public static bool CheckEntry(Fields fields, ScenarioContext context)
    {
        Check(fields, context);
        return fields.Has(Source) || fields.Has(Synthetic);
    }

    /// <summary>The same for a detail of an entry, which comes from where the entry does unless it says otherwise.</summary>
    /// <returns>Whether it says.</returns>
    public static bool CheckDetail(Fields fields, ScenarioContext context) =>
        (fields.Has(Source) || fields.Has(Synthetic)) && CheckEntry(fields, context);

    private static void CheckFlag(Fields fields, ScenarioContext context, bool sourced)
    {
        var invented = fields.Flag(Synthetic) ?? !sourced;
        if (invented && sourced)
        {
            context.Problems.Add(fields.PositionOf(Synthetic), "provenance.both");
        }
        else if (!invented && !sourced)
        {
            context.Problems.Add(fields.Position, "provenance.missing");
        }

        context.HasSyntheticValues |= invented;
    }

    private static void CheckKeys(Fields fields, ScenarioContext context, bool sourced)
    {
        if (!sourced)
        {
            context.Problems.Add(fields.PositionOf(Synthetic), "provenance.keys-without-source");
        }

        foreach (var key in fields.Scalars(Synthetic).Where(key => !fields.Has(key.Value)))
        {
            context.Problems.Add(key.Position, "provenance.key-absent", key.Value);
        }

        context.HasSyntheticValues = true;
    }
}
