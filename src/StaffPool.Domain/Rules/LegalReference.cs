namespace StaffPool.Domain.Rules;

/// <summary>Where a rule comes from: an article, a clause of the founding agreement, or a source document.</summary>
/// <param name="Citation">For example "CASF R.312-194-21" or "Guide ANAP 2011, GCSMS du Centre de Picardie".</param>
/// <param name="Confidence">How sure we are of it; see docs/decisions for the meaning of each level.</param>
public sealed record LegalReference(string Citation, Confidence Confidence = Confidence.Source);

/// <summary>How far a fact can be trusted.</summary>
public enum Confidence
{
    /// <summary>The text itself was read.</summary>
    Text,

    /// <summary>A secondary source states it.</summary>
    Source,

    /// <summary>Deduced from the sources.</summary>
    Inferred,

    /// <summary>A choice of StaffPool, or of the grouping, where the sources are silent.</summary>
    Choice,
}
