namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>
/// What an assembly decides on (CASF R.312-194-21; its list is known up to 12°, the rest is <see cref="Other"/>).
/// </summary>
public enum AssemblyMatter
{
    /// <summary>1°.</summary>
    Budget,

    /// <summary>2°: accounts of the year and what becomes of the result.</summary>
    AccountsAndResult,

    /// <summary>3°: appoint or revoke the administrator.</summary>
    Administrator,

    /// <summary>4°: the auditor, under private accounting.</summary>
    Auditor,

    /// <summary>5°: any change of the founding agreement.</summary>
    Amendment,

    /// <summary>6°.</summary>
    Admission,

    /// <summary>7°.</summary>
    Exclusion,

    /// <summary>8°: mission allowances of the administrator.</summary>
    AdministratorAllowances,

    /// <summary>9°: join or leave a cooperation structure.</summary>
    CooperationStructure,

    /// <summary>10°: ask for an authorisation.</summary>
    Authorisation,

    /// <summary>11°: extension, dissolution, liquidation.</summary>
    ExtensionOrDissolution,

    /// <summary>12°: real estate of a public grouping.</summary>
    RealEstate,

    /// <summary>A new split of the rights: 5°, unless the agreement holds the formula.</summary>
    RightsRevision,

    /// <summary>How a member leaves, on the agreement's terms (R.312-194-10).</summary>
    Withdrawal,

    /// <summary>What the agreement adds, and the end of the list.</summary>
    Other,
}
