using System.Globalization;
using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.UseCases;

/// <summary>What use cases are called, and what they say when they refuse.</summary>
public static class UseCaseTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.UseCases.UseCaseTexts", typeof(UseCaseTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    /// <summary>What a use case does, in a few words: for the audit log and the table of rights.</summary>
    public static Text TitleOf(string useCase) => Of($"use-case.{useCase}");

    /// <summary>A column of a table as a person calls it; its own name where nothing better is known.</summary>
    public static string FieldName(string column) =>
        Source.GetString($"field.{column}", CultureInfo.CurrentUICulture) ?? column.Replace('_', ' ');
}
