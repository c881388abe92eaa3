/** Tests of what both the pages and the API do with many certificates. */
package dev.chancery.web.certificates;
