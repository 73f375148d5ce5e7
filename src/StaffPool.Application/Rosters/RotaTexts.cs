using System.Resources;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Rosters;

/// <summary>What zones, rotas and calls say.</summary>
public static class RotaTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Application.Rosters.RotaTexts", typeof(RotaTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    internal static Violation Blocking(string key, params object?[] arguments) => new(key, Severity.Blocking, Of(key, arguments), [], null);
}
