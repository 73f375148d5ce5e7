using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Interchange;

internal static class TableFileTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Documents.Interchange.TableFileTexts", typeof(TableFileTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
