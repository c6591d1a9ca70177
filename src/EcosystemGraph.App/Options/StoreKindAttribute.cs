using System.ComponentModel.DataAnnotations;

namespace EcosystemGraph.App.Options;

/// <summary>Accepts the kinds of store that there are.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StoreKindAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is Defaults.Store or Defaults.Neo4jStore or null or ""
            ? ValidationResult.Success
            : new ValidationResult($"'{value}' is not a kind of store; expected {Defaults.Store} or {Defaults.Neo4jStore}", [validationContext.MemberName!]);
}
