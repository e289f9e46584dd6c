/** What the work costs without any tool: a loop that makes the calls and the checks. */
package com.example.shop;
