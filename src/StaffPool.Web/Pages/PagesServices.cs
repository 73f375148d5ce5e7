using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace StaffPool.Web.Pages;

internal static class PagesServices
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages()
            .AddMvcOptions(mvc =>
            {
                SayInFrench(mvc.ModelBindingMessageProvider);
                // What must be filled in is for use cases to say, all at once.
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                mvc.ModelMetadataDetailsProviders.Add(new EmptyText());
            });
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "staffpool.form";
            forms.Cookie.HttpOnly = true;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(notices =>
        {
            notices.Cookie.Name = "staffpool.notice";
            notices.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // Accents as they are: pages are UTF-8.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<MvcViewOptions>(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
    }

    private static void SayInFrench(DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueMustNotBeNullAccessor(_ => Say("field.required"));
        messages.SetMissingBindRequiredValueAccessor(_ => Say("field.required"));
        messages.SetMissingKeyOrValueAccessor(() => Say("field.required"));
        messages.SetValueMustBeANumberAccessor(_ => Say("field.number"));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Say("field.number"));
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Say("field.unreadable", value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Say("field.unreadable", value));
        messages.SetValueIsInvalidAccessor(value => Say("field.unreadable", value));
        messages.SetUnknownValueIsInvalidAccessor(_ => Say("field.unknown"));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Say("field.unknown"));
    }

    private static string Say(string key, params object?[] arguments) => PageTexts.Of(key, arguments).ToString();

    /// <summary>A field left empty is an empty text, not null, where its property says that it is never null.</summary>
    private sealed class EmptyText : IDisplayMetadataProvider
    {
        public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
        {
            if (context.Key.PropertyInfo is { } property && property.PropertyType == typeof(string)
                && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull)
            {
                context.DisplayMetadata.ConvertEmptyStringToNull = false;
            }
        }
    }
}
