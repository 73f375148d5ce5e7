using StaffPool.Data.Workforce;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Replacements;

/// <summary>The text that lets an employer lend somebody to a borrower, as it stands on the mission order.</summary>
internal static class LegalGround
{
    /// <param name="professional">Who is lent.</param>
    /// <param name="borrowerId">To which member.</param>
    public static string Of(ProfessionalRow professional, Guid borrowerId) =>
        professional.EmployerId == borrowerId ? CoverTexts.Of("ground.own").ToString()
        : professional.ConsentNotRequiredBecause is { } text ? CoverTexts.Of("ground.transferred", text).ToString()
        : professional.Status == EmploymentStatus.PrivateEmployee ? CoverTexts.Of("ground.private").ToString()
        : CoverTexts.Of("ground.public").ToString();
}
