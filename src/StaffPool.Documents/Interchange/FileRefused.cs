using StaffPool.Application.UseCases;

namespace StaffPool.Documents.Interchange;

/// <summary>Why a file is not read.</summary>
internal static class FileRefused
{
    public static RefusedException Of(string key, params object?[] arguments) =>
        RefusedException.Of(Refusal.Invalid, TableFileTexts.Of(key, arguments));
}
