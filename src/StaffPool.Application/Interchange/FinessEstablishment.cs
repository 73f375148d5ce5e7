using StaffPool.Domain.Geography;

namespace StaffPool.Application.Interchange;

/// <summary>An establishment of the public FINESS file.</summary>
/// <param name="Number">FINESS number of the establishment, nine characters.</param>
/// <param name="LegalNumber">FINESS number of the legal entity that runs it.</param>
/// <param name="Name">In full where the file has it.</param>
/// <param name="InseeCode">Of its commune.</param>
/// <param name="Category">Code of its category.</param>
/// <param name="Location">Where the file places it in Lambert-93; null elsewhere.</param>
public sealed record FinessEstablishment(string Number, string LegalNumber, string Name, string InseeCode, string Category, GeoPoint? Location = null);

/// <summary>The public FINESS file of establishments, as data.gouv.fr gives it.</summary>
public interface IFinessFile
{
    /// <param name="file">The extraction "etalab-cs1100502" or "etalab-cs1100507", or a part of it.</param>
    /// <param name="isWanted">By number of the establishment and of its legal entity.</param>
    /// <exception cref="UseCases.RefusedException">It is not that file.</exception>
    IReadOnlyList<FinessEstablishment> Read(byte[] file, Func<string, string, bool> isWanted);
}
