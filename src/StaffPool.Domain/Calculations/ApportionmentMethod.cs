namespace StaffPool.Domain.Calculations;

/// <summary>How whole units (seats, votes) are split by weight. The agreement declares one: the results differ.</summary>
public enum ApportionmentMethod
{
    /// <summary>Hamilton: the whole quotas, then the largest remainders.</summary>
    LargestRemainder,

    /// <summary>Jefferson, highest averages with 1, 2, 3...: favours the large.</summary>
    DHondt,

    /// <summary>Webster, highest averages with 1, 3, 5...: favours nobody.</summary>
    SainteLague,
}
