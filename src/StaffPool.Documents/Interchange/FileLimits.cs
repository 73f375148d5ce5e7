namespace StaffPool.Documents.Interchange;

/// <summary>How much of a file is read at most: far more than a grouping has, far less than what would harm the service.</summary>
internal static class FileLimits
{
    public const int Million = 1_000_000;

    public const int MostBytes = 20 * Million;

    /// <summary>Of a workbook once it is unpacked.</summary>
    public const long MostUnpacked = 200 * Million;

    /// <summary>Unpacked for packed; a workbook of real tables has some 10, of one value repeated some 100.</summary>
    public const long MostRatio = 300;

    /// <summary>What is small stays harmless whatever its ratio.</summary>
    public const long AlwaysUnpacked = 5 * Million;

    public const int MostLines = 100_000;

    public const int MostColumns = 200;

    public const int MostText = 5_000;

    public const int MostParts = 2_000;
}
