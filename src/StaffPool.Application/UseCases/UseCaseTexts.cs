using System.Globalization;
using System.Resources;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.UseCases;

/// <summary>What use cases are called, and what they say when they refuse.</summary>
public static class UseCaseTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.UseCases.UseCaseTexts", typeof(UseCaseTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    public static Violation Blocking(string key, params object?[] arguments) =>
        new(key, Severity.Blocking, Of(key, arguments), [], null);

    /// <summary>What a use case does, in a few words: for the audit log and the table of rights.</summary>
    public static Text TitleOf(string useCase) => Of($"use-case.{useCase}");

    /// <summary>The same, of a use case that may be gone: the log outlives the program.</summary>
    public static string KnownTitleOf(string useCase) =>
        Source.GetString($"use-case.{useCase}", CultureInfo.CurrentUICulture) ?? useCase;

    /// <summary>A table as a person calls it; its own name where nothing better is known.</summary>
    public static string TableName(string table) =>
        Source.GetString($"table.{table}", CultureInfo.CurrentUICulture) ?? table.Replace('_', ' ');

    /// <summary>A column of a table as a person calls it; its own name where nothing better is known.</summary>
    public static string FieldName(string column) =>
        Source.GetString($"field.{column}", CultureInfo.CurrentUICulture) ?? column.Replace('_', ' ');
}
